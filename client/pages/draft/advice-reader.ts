import { adviceOn } from '../../../shared/draft/advice/advice.ts'
import { readDraft } from '../../../shared/draft/advice/read-draft.ts'
import { type ItemReading, readItem } from '../../../shared/draft/advice/read-item.ts'
import { type DraftItem, itemWords } from '../../../shared/draft/draft-item.ts'
import { guessLanguage } from '../../../shared/text/guess-language.ts'
import type { GivenAdvice } from './advice-store.ts'

/** How long items are read at a stretch: a key that waits is answered within a frame. */
const SLICE_MS = 6

/** Reads a draft for advice, a few items at a time; what has not changed is not read again. */
export class AdviceReader {
  readonly #language: string
  readonly #read = new Map<string, ItemReading>()
  #run = 0

  /** `language` is that of texts that don't tell theirs. */
  constructor(language: string) {
    this.#language = language
  }

  /** Gives the advice on items, in the order in which they are read; null when another reading has begun meanwhile. */
  async read(items: readonly DraftItem[]): Promise<ReadonlyMap<string, readonly GivenAdvice[]> | null> {
    const run = ++this.#run
    let until = performance.now() + SLICE_MS
    const readings: ItemReading[] = []
    for (const item of items) {
      readings.push(this.#readItem(item))
      if (performance.now() < until) continue
      await new Promise((resolve) => setTimeout(resolve))
      if (run !== this.#run) return null
      until = performance.now() + SLICE_MS
    }
    this.#forget(items)
    const draft = readDraft(readings)
    return new Map(
      readings.map((reading) => [
        reading.item.id,
        adviceOn(reading, draft).map((advice) => {
          return { advice, words: reading.item.words.slice(advice.from, advice.to) }
        }),
      ]),
    )
  }

  #readItem({ id, type, text, ...rest }: DraftItem): ItemReading {
    const words = itemWords({ id, type, text, ...rest })
    const known = this.#read.get(id)
    if (known !== undefined && known.item.words === words && known.item.type === type) return known
    const reading = readItem({ id, type, lang: guessLanguage(words) ?? this.#language, words })
    this.#read.set(id, reading)
    return reading
  }

  #forget(items: readonly DraftItem[]): void {
    const left = new Set(items.map(({ id }) => id))
    for (const id of this.#read.keys()) if (!left.has(id)) this.#read.delete(id)
  }
}
