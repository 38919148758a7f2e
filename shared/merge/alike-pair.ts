import type * as Y from 'yjs'
import type { SeeAlsoFact } from '../meeting/facts.ts'

/** What somebody decided about two texts that look alike, other than to combine them. */
export type PairDecision = 'keep-both' | 'not-alike'

/** Root `alikePairs` of the drafting room, by {@link pairKey} of both hashes: changed words are suggested again. */
export interface AlikePairFact {
  readonly decision: PairDecision
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Gives two names as one, whichever comes first. Neither ids nor hashes hold a slash. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one}/${other}` : `${other}/${one}`
}

/** Reads which texts are not to be suggested together. Only the server writes there, so the shape is its word. */
export function readAlikePairs(drafting: Y.Doc): ReadonlyMap<string, AlikePairFact> {
  return new Map(drafting.getMap<AlikePairFact>('alikePairs').entries())
}

/** Gives the items to which one refers ("See also"): `facts` is the ledger's root `seeAlso`. */
export function seeAlsoOf(facts: ReadonlyMap<string, SeeAlsoFact>, item: string): string[] {
  return [...facts.keys()].flatMap((key) => {
    const [one = '', other = ''] = key.split('/')
    if (one !== item && other !== item) return []
    return [one === item ? other : one]
  })
}
