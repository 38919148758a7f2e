import type { MergeFact } from './facts.ts'

/** A combination that an item left the draft for. */
export interface LeftFor {
  readonly merge: number
  /** The item into which it was combined. */
  readonly into: string
}

const known = new WeakMap<ReadonlyMap<string, MergeFact>, ReadonlyMap<string, LeftFor>>()

/**
 * Gives the combination that each item left the draft for and that stands. One of these which is in the draft has been
 * brought back by words that came late (DR1). Worked out once for all rows that ask.
 */
export function leftFor(merges: ReadonlyMap<string, MergeFact>): ReadonlyMap<string, LeftFor> {
  const before = known.get(merges)
  if (before !== undefined) return before
  const left = new Map<string, LeftFor>()
  const standing = [...merges].filter(([, { undone }]) => undone === null)
  for (const [number, { combined, changed = [] }] of standing.sort(([a], [b]) => Number(a) - Number(b))) {
    if (combined === undefined) continue
    // What others were combined into since is no part of something else any more.
    left.delete(combined)
    for (const item of changed)
      if (item !== combined) left.set(item, { merge: Number(number), into: combined })
  }
  known.set(merges, left)
  return left
}

/** Gives the item of the draft in which an item's words are now; null: it is not in the draft either. */
export function nowIn(
  left: ReadonlyMap<string, LeftFor>,
  item: string,
  drafted: ReadonlySet<string>,
): string | null {
  const seen = new Set([item])
  let into = left.get(item)?.into
  while (into !== undefined && !seen.has(into)) {
    if (drafted.has(into)) return into
    seen.add(into)
    into = left.get(into)?.into
  }
  return null
}
