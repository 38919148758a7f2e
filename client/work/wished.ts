import type { DraftWish } from '../outbox/draft-wish.ts'
import type { Keeper } from '../outbox/kept-words.ts'
import { outboxOf } from '../outbox/my-outbox.ts'
import { draftEntries } from '../outbox/wish.ts'
import { shownWishes } from '../outbox/wished-draft.ts'

/** Tells what a member wishes of the draft, now and at each change; gives the way to stop. */
export function followWishes(keeper: Keeper, tell: (wishes: readonly DraftWish[]) => void): () => void {
  const outbox = outboxOf(keeper)
  const look = (): void => tell(shownWishes(draftEntries(outbox.entries())))
  look()
  return outbox.subscribe(look)
}
