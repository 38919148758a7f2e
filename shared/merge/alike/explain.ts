import { fold } from '../../names/fold.ts'
import { type AlikeEntry, type AlikeIndex, type Weighed, widerKey } from './alike-index.ts'
import type { Concept } from './lexicon/concept.ts'
import { LEXICON } from './lexicon/lexicon.ts'
import { isLexiconLanguage } from './reading-language.ts'
import type { Term } from './term.ts'
import type { ReadText } from './terms.ts'

/** UTF-16 offsets into a text's words. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A term that both texts say, where, and how much of the score it makes. */
export interface SharedTerm {
  /** Id of the lexicon's term (`termName` says it in a language); null: a word the lexicon does not know. */
  readonly concept: string | null
  readonly spanA: Span
  readonly spanB: Span
  /** `same words`: spelt alike, but for its inflection; `same term`: other words or another language for it. */
  readonly kind: 'same words' | 'same term'
  /** Its part of all that is shared: the parts of all shared terms add up to 1. */
  readonly part: number
}

/** Why two texts look alike: what a person needs to check the score. */
export interface Why {
  /** The heaviest first; what every recommendation says comes last. */
  readonly shared: readonly SharedTerm[]
  /** How much of what each text says, by weight, the other says too: from 0 to 1. */
  readonly coverA: number
  readonly coverB: number
  readonly isOneLanguage: boolean
}

const CONCEPTS = new Map(LEXICON.map((concept) => [concept.id, concept]))

/** Gives the name of a lexicon's term in a language, English where the lexicon has no words in it. */
export function termName(id: string, lang: string): string {
  const concept = CONCEPTS.get(id)
  if (concept === undefined) return id
  const primary = lang.split('-')[0] ?? lang
  return (concept[isLexiconLanguage(primary) ? primary : 'en'].split('|')[0] ?? id).trim()
}

/** A text of which it is said what it shares with another. */
export interface ToExplain {
  readonly words: string
  readonly read: ReadText
  readonly weighed: Weighed
}

/** Says which terms two texts share, and where. */
export function explain({ vocabulary }: AlikeIndex<AlikeEntry>, a: ToExplain, b: ToExplain): Why {
  const isOneLanguage = a.read.lang === b.read.lang
  const [firstA, firstB] = [firstSaid(a.read.terms), firstSaid(b.read.terms)]
  const [weightsA, weightsB] = [weightsOf(a.weighed), weightsOf(b.weighed)]
  const shared: { term: SharedTerm; weight: number }[] = []
  for (const [key, termA] of firstA) {
    const termB = firstB.get(key)
    const number = vocabulary.numbers.get(key)
    if (termB === undefined || number === undefined) continue
    const weight = (weightsA.get(number) ?? 0) * (weightsB.get(number) ?? 0)
    const said = [a.words.slice(termA.from, termA.to), b.words.slice(termB.from, termB.to)] as const
    shared.push({
      weight,
      term: {
        concept: key.startsWith('c:') ? key.slice(2) : null,
        spanA: { from: termA.from, to: termA.to },
        spanB: { from: termB.from, to: termB.to },
        kind: isSameSpelling(said, termA.concept, isOneLanguage) ? 'same words' : 'same term',
        part: 0,
      },
    })
  }
  const all = shared.reduce((sum, { weight }) => sum + weight, 0)
  return {
    shared: shared
      .sort((x, y) => y.weight - x.weight || x.term.spanA.from - y.term.spanA.from)
      .map(({ term, weight }) => ({ ...term, part: all > 0 ? weight / all : 0 })),
    coverA: cover(a.weighed, weightsB),
    coverB: cover(b.weighed, weightsA),
    isOneLanguage,
  }
}

/** Where each term is said first; a wider term where the first narrower one is, unless it is said itself. */
function firstSaid(terms: readonly Term[]): Map<string, Term> {
  const first = new Map<string, Term>()
  for (const term of terms) if (!first.has(term.key)) first.set(term.key, term)
  for (const term of terms) {
    const wider = widerKey(term.concept)
    if (wider !== null && !first.has(wider)) first.set(wider, term)
  }
  return first
}

/** Letters that a word must share from its beginning to be the same word, inflected. */
const SAME_BEGINNING = 5

function isSameSpelling(
  [a, b]: readonly [string, string],
  concept: Concept | null,
  isOneLanguage: boolean,
): boolean {
  if (a === b || (concept === null && isOneLanguage)) return true
  const [left, right] = [fold(a), fold(b)]
  if (left === right) return true
  const length = Math.max(SAME_BEGINNING, Math.min(left.length, right.length) - 3)
  return isOneLanguage && left.slice(0, length) === right.slice(0, length)
}

function weightsOf({ terms, weights }: Weighed): Map<number, number> {
  return new Map(terms.map((term, at) => [term, weights[at] as number]))
}

function cover({ terms, weights }: Weighed, others: ReadonlyMap<number, number>): number {
  let [shared, all] = [0, 0]
  terms.forEach((term, at) => {
    const weight = weights[at] as number
    all += weight
    if (others.has(term)) shared += weight
  })
  return all > 0 ? shared / all : 0
}
