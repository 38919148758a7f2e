import type { Entry, Ways } from './entry.ts'

/**
 * Parts what is on its way by itself from what was refused and what waits behind it: changes of the same thing, and what
 * builds on it. `aside`: things that wait as well.
 */
export function splitEntries<Wish>(
  entries: readonly Entry<Wish>[],
  waysOf: (wish: Wish) => Ways,
  aside: Iterable<string> = [],
): { readonly waiting: readonly Entry<Wish>[]; readonly refused: readonly Entry<Wish>[] } {
  const stuck = new Set(aside)
  const waiting: Entry<Wish>[] = []
  const refused: Entry<Wish>[] = []
  for (const entry of entries) {
    if (entry.isSent) continue
    const { of, on } = waysOf(entry.wish)
    if (entry.refused !== null || on.some((thing) => stuck.has(thing))) stuck.add(of)
    if (stuck.has(of)) refused.push(entry)
    else waiting.push(entry)
  }
  return { waiting, refused }
}
