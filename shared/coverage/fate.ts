import type { ItemFact, Kind, MergeFact, ProvenanceFact } from '../meeting/facts.ts'
import { isWithheld } from '../meeting/full-provenance.ts'
import { passageKey } from '../merge/passage-key.ts'
import type { Passage } from '../notes/passage.ts'

/**
 * What became of a passage of the notes. `in-draft`: it stands behind an item, together with so many `others`;
 * `withdrawn` and `removed`: it did; `left-out`: it was in the notes when a merge took others and not it; `not-taken`: no
 * merge has come by since; `withheld`: kept for the drafting group, it goes into no plan; `no-recommendation`: no merge
 * proposes it; `unknown`: it may stand behind an item of whose sources this reader is not told.
 */
export type Fate =
  | { readonly is: 'in-draft'; readonly item: string; readonly others: number }
  | { readonly is: 'withdrawn'; readonly item: string }
  | { readonly is: 'removed'; readonly item: string }
  | { readonly is: 'left-out'; readonly merge: number; readonly by: string; readonly at: number }
  | { readonly is: 'not-taken' | 'withheld' | 'no-recommendation' | 'unknown' }

/** What a reader knows of the way from notes to draft. */
export interface FateFacts {
  /** As far as this reader may know it. */
  readonly provenance: ReadonlyMap<string, ProvenanceFact>
  /** Items that are in the draft. */
  readonly drafted: ReadonlySet<string>
  readonly itemFacts: ReadonlyMap<string, ItemFact>
  readonly merges: ReadonlyMap<string, MergeFact>
}

/** A passage whose fate is asked for. */
export type FatePassage = Pick<Passage, 'topic' | 'isWithheld'> & {
  /** Null: nobody has said of which kind it is. */
  readonly kind: Kind | null
  readonly blocks: readonly { readonly id: string }[]
}

/** Gives what became of a passage: see {@link fateFinder}. */
export type FindFates = (passage: FatePassage, typed: number | null) => Fate[]

/**
 * Makes the way from a passage to what became of it: one fate for each item that it stands behind, else one. `typed`:
 * when the last of its words was typed, in milliseconds since 1970; null: not known, and then no merge is said to have
 * left it out.
 */
export function fateFinder(facts: FateFacts): FindFates {
  const behind = itemsBehind(facts.provenance)
  const closed = topicsWithheld(facts.provenance)
  return ({ topic, blocks, kind, isWithheld: isKept }, typed) => {
    const items = behind(topic, blocks).map((item) => fateIn(item, facts))
    const standing = items.filter(({ is }) => is === 'in-draft')
    // What was combined into another item stands in that one.
    if (standing.length > 0) return standing
    if (items.length > 0) return items
    if (closed.has(topic)) return [{ is: 'unknown' }]
    if (kind !== 'recommendation') return [{ is: 'no-recommendation' }]
    if (isKept) return [{ is: 'withheld' }]
    return [leftOut(facts.merges, typed) ?? { is: 'not-taken' }]
  }
}

/** Gives the items that lines of a topic stand behind. */
export type ItemsBehind = (topic: string, lines: readonly { readonly id: string }[]) => readonly string[]

/** Makes the way from lines to items: a line stands behind an item if a source of that says so. */
export function itemsBehind(provenance: ReadonlyMap<string, ProvenanceFact>): ItemsBehind {
  const behind = new Map<string, string[]>()
  for (const [item, { sources }] of provenance) {
    for (const { topic, blocks } of sources) {
      for (const id of blocks) {
        const key = passageKey(topic, id)
        const known = behind.get(key)
        if (known === undefined) behind.set(key, [item])
        else known.push(item)
      }
    }
  }
  return (topic, lines) => [...new Set(lines.flatMap(({ id }) => behind.get(passageKey(topic, id)) ?? []))]
}

function fateIn(item: string, { provenance, drafted, itemFacts }: FateFacts): Fate {
  if (!drafted.has(item)) return { is: 'removed', item }
  if (itemFacts.get(item)?.status === 'withdrawn') return { is: 'withdrawn', item }
  return { is: 'in-draft', item, others: (provenance.get(item)?.sources.length ?? 1) - 1 }
}

/** Gives the topics of which some source is withheld from this reader. */
function topicsWithheld(provenance: ReadonlyMap<string, ProvenanceFact>): ReadonlySet<string> {
  const withheld = [...provenance.values()].flatMap(({ sources }) => sources.filter(isWithheld))
  return new Set(withheld.map(({ topic }) => topic))
}

/** Gives the latest merge at which all words of the passage were in the notes; an undone one left nothing out. */
function leftOut(merges: ReadonlyMap<string, MergeFact>, typed: number | null): Fate | null {
  let latest: Extract<Fate, { is: 'left-out' }> | null = null
  if (typed === null) return null
  for (const [key, { at, by, undone, items, combined }] of merges) {
    const merge = Number(key)
    // One that made no item only brought the draft up to date, or combined what was in it.
    if (undone !== null || combined !== undefined || items.length === 0 || at < typed) continue
    if (latest === null || merge > latest.merge) latest = { is: 'left-out', merge, by, at }
  }
  return latest
}
