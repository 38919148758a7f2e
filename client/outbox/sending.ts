import { bringWords } from './bring-words.ts'
import { type ItemWords, itemWordsOf } from './item-words.ts'
import type { Keeper } from './kept-words.ts'
import { type MyOutbox, outboxOf } from './my-outbox.ts'

/** Sends what a member has wished in a meeting, and brings their words into items that have come since. */
export function startSending(keeper: Keeper): { outbox: MyOutbox; words: ItemWords; stop(): void } {
  const outbox = outboxOf(keeper)
  const words = itemWordsOf(keeper)
  return { outbox, words, stop: bringWords(keeper, outbox, words) }
}
