import type { MergeFact } from '../../shared/meeting/facts.ts'

/** A merge with its number. */
export interface NumberedMerge {
  readonly number: number
  readonly fact: MergeFact
}

/** Gives the latest merge that still stands; null where there is none. */
export function lastMerge(merges: ReadonlyMap<string, MergeFact>): NumberedMerge | null {
  let last: NumberedMerge | null = null
  for (const [key, fact] of merges) {
    const number = Number(key)
    if (fact.undone === null && (last === null || number > last.number)) last = { number, fact }
  }
  return last
}
