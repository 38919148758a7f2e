import { type DraftWish, draftWays, withoutItem } from './draft-wish.ts'
import type { Entry, Ways } from './entry.ts'
import { type ThreadWish, threadWays } from './thread-wish.ts'

/** Everything that goes through a member's outbox. */
export type Wish = ThreadWish | DraftWish

/** Says how a wish goes through the outbox. */
export function waysOf(wish: Wish): Ways {
  return isThreadWish(wish) ? threadWays(wish) : draftWays(wish)
}

/** Gives a wish as it is without a thing that is not made after all; null: it goes with it. */
export function without(wish: Wish, gone: Wish): Wish | null {
  if (waysOf(wish).of === waysOf(gone).of) return null
  return isThreadWish(wish) || isThreadWish(gone) ? wish : withoutItem(wish, gone)
}

/** Tells a wish about a comment from one about the draft. */
export function isThreadWish(wish: Wish): wish is ThreadWish {
  return 'thread' in wish
}

/** Gives those of the entries that are about comments. */
export function threadEntries(entries: readonly Entry<Wish>[]): readonly Entry<ThreadWish>[] {
  return entries.filter((entry): entry is Entry<ThreadWish> => isThreadWish(entry.wish))
}

/** Gives those of the entries that are about the draft. */
export function draftEntries(entries: readonly Entry<Wish>[]): readonly Entry<DraftWish>[] {
  return entries.filter((entry): entry is Entry<DraftWish> => !isThreadWish(entry.wish))
}

/** Tells whether what this device kept is a wish: only pages of Minuta write there. */
export function isWish(value: Partial<Wish> | undefined): value is Wish {
  const names = ['thread', 'item'] as const
  return names.some(
    (name) => typeof (value as Readonly<Record<string, unknown>> | undefined)?.[name] === 'string',
  )
}
