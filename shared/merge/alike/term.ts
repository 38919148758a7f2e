import type { Concept } from './lexicon/concept.ts'
import { LEXICON } from './lexicon/lexicon.ts'

/** Something that a text says, and where: offsets are UTF-16, into the text as it was given. */
export interface Term {
  /** The same for all texts that say it: a term of the lexicon in any language, a stem within its own. */
  readonly key: string
  /** The term of the lexicon; null: a word that the lexicon does not know. */
  readonly concept: Concept | null
  readonly from: number
  readonly to: number
  /** Words that it is made of, without the small ones between them; two Chinese characters are one. */
  readonly words: number
}

const KEYS = LEXICON.map(({ id }) => `c:${id}`)

/** Gives the lexicon's term of that number at a place of a text. */
export function conceptTerm(index: number, from: number, to: number, words: number): Term {
  const concept = LEXICON[index] as Concept
  return { key: KEYS[index] as string, concept, from, to, words }
}
