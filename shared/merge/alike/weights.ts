import type { Concept } from './lexicon/concept.ts'

/**
 * In how many of the texts a term is expected before any text was read. A small set says little about what is rare, so
 * that it is mixed with what is known of the field.
 */
const EXPECTED = { common: 0.6, broad: 0.15, concept: 0.03, word: 0.03 }

/** The expectation counts as much as this many texts. */
const TEXTS_EXPECTED = 40

/** A word that the lexicon does not know counts this much of a term: it can be met in one language only. */
const WORD = 0.5

/** No term outweighs three others, however large the set: scores of small and large sets stay comparable. */
const HEAVIEST = 4.5

/** A wider term that a text says through a narrower one. */
export const WIDER = 0.5

/** Gives the weight of a term that `count` of `texts` say: the rarer, the heavier. */
export function termWeight(concept: Concept | null, count: number, texts: number): number {
  const kind = concept === null ? 'word' : (concept.said ?? 'concept')
  const expected = EXPECTED[kind]
  const seen = (count + expected * TEXTS_EXPECTED) / (texts + TEXTS_EXPECTED)
  // What every recommendation of the field says tells nothing, even where a set happens to say it seldom.
  const share = kind === 'common' || kind === 'broad' ? Math.max(seen, expected) : seen
  return Math.min(HEAVIEST, -Math.log(Math.min(share, 0.98))) * (concept === null ? WORD : 1)
}

/** Tells whether sharing a term can be a reason: what all say is none, nor is a number. */
export function isSubstantive(key: string, concept: Concept | null): boolean {
  return concept === null ? !key.startsWith('n:') : concept.said !== 'common'
}
