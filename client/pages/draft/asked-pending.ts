import type { BracketsWish } from '../../outbox/draft-wish.ts'
import type { Entry } from '../../outbox/entry.ts'
import { splitEntries } from '../../outbox/split-entries.ts'
import { type Wish, waysOf } from '../../outbox/wish.ts'

/** Gives my wishes about who asked for a pair of brackets, in the order in which they were wished. */
export function askedEntries(
  entries: readonly Entry<Wish>[],
  bracket: string,
): readonly Entry<BracketsWish>[] {
  return entries.filter(
    (entry): entry is Entry<BracketsWish> => entry.wish.does === 'brackets' && entry.wish.bracket === bracket,
  )
}

/** Gives who asked for them once all that is on its way is done: of wishes about one mechanism the last one holds. */
export function withAsked(
  noted: readonly string[],
  entries: readonly Entry<BracketsWish>[],
): ReadonlySet<string> {
  const asking = new Set(noted)
  const stuck = new Set(splitEntries(entries, waysOf).refused)
  for (const entry of entries) {
    if (stuck.has(entry)) continue
    if (entry.wish.asks) asking.add(entry.wish.mechanism)
    else asking.delete(entry.wish.mechanism)
  }
  return asking
}

/**
 * Gives those that were sent and that the room has told: it says so, or says what was wished after it. `sentBefore`: those
 * sent before anybody looked; what the room says now is later than these.
 */
export function toldAsked(
  noted: readonly string[],
  entries: readonly Entry<BracketsWish>[],
  sentBefore: ReadonlySet<string>,
): ReadonlySet<string> {
  const told = new Set(sentBefore)
  const isKnown = new Set<string>()
  for (const { id, wish, isSent } of entries.toReversed()) {
    if (!isSent) continue
    if (noted.includes(wish.mechanism) === wish.asks) isKnown.add(wish.mechanism)
    if (isKnown.has(wish.mechanism)) told.add(id)
  }
  return told
}

/** Gives those that were sent. */
export function sentOf(entries: readonly Entry<BracketsWish>[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ id, isSent }) => (isSent ? [id] : [])))
}

/** Gives the entry that a wish takes back: if it has not left this device, neither needs to. */
export function takenBack(
  entries: readonly Entry<BracketsWish>[],
  { mechanism, asks }: BracketsWish,
): Entry<BracketsWish> | null {
  const last = entries.findLast(({ wish }) => wish.mechanism === mechanism)
  return last !== undefined && last.wish.asks !== asks && last.refused === null && !last.isTried ? last : null
}
