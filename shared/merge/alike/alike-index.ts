import type { Concept } from './lexicon/concept.ts'
import { LEXICON } from './lexicon/lexicon.ts'
import type { Term } from './term.ts'
import { type ReadText, type TermReader, termReader } from './terms.ts'
import { isSubstantive, termWeight, WIDER } from './weights.ts'

/** A text to compare: plain data. `topic` and `id` name it together. */
export interface AlikeEntry {
  readonly id: string
  /** Null: an item of the draft. */
  readonly topic: string | null
  /** BCP 47; null: found out from the words. */
  readonly lang: string | null
  readonly words: string
  /** Entries of one group are never suggested to each other: what already stands behind the same item. */
  readonly group?: string | undefined
}

/** What a text says, weighed: terms by number, ascending. */
export interface Weighed {
  readonly lang: string
  readonly terms: readonly number[]
  /** Weight of each term, as it counts in a product: its square goes into the length. */
  readonly weights: readonly number[]
  readonly length: number
  /** How many words each term is a reason of: none where all say it, or where it is only a wider term; two at most. */
  readonly reasons: readonly number[]
  /** Neighbouring terms, each pair as one number, ascending: how near two wordings are. */
  readonly pairs: readonly number[]
}

/** Texts made ready to be compared. */
export interface AlikeIndex<Entry extends AlikeEntry> {
  /** By topic and id: what follows never depends on the order in which entries were given. */
  readonly entries: readonly Entry[]
  readonly weighed: readonly Weighed[]
  /** For each term, the places of the entries that say it, ascending. */
  readonly places: readonly Int32Array[]
  /** For each term, its weight where a text says it itself. */
  readonly fullWeights: readonly number[]
  readonly vocabulary: Vocabulary
  readonly read: TermReader
}

/** The terms of a set: a number for each key. */
export interface Vocabulary {
  readonly numbers: ReadonlyMap<string, number>
  /** In how many entries each stands. */
  readonly counts: readonly number[]
  readonly texts: number
}

const CONCEPTS = new Map(LEXICON.map((concept) => [concept.id, concept]))
const WIDER_KEYS = new Map(
  LEXICON.flatMap((concept) => (concept.under === undefined ? [] : [[concept, `c:${concept.under}`]])),
)

/** Reads and weighs texts, so that each can be compared with all others. */
export function indexEntries<Entry extends AlikeEntry>(given: readonly Entry[]): AlikeIndex<Entry> {
  const entries = [...given].sort(compareEntries)
  const read = termReader()
  const numbers = new Map<string, number>()
  const keys: string[] = []
  const counts: number[] = []
  const numberOf = (key: string): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, keys.length)
    counts.push(0)
    return keys.push(key) - 1
  }
  const said = entries.map(({ words, lang }) => {
    const text = read(words, lang)
    const own = ownTerms(text, numberOf)
    for (const { number } of own) counts[number] = (counts[number] as number) + 1
    return { lang: text.lang, own, pairs: neighbours(text, numbers) }
  })
  const vocabulary: Vocabulary = { numbers, counts, texts: entries.length }
  const fullWeights = keys.map((key, number) =>
    termWeight(conceptOf(key), counts[number] as number, entries.length),
  )
  const weighed = said.map(({ lang, own, pairs }) =>
    weigh(lang, own, pairs, (number) => fullWeights[number] as number),
  )
  return { entries, weighed, places: placesOf(weighed, counts), fullWeights, vocabulary, read }
}

/** Weighs a text that was read against an index: words that no entry has only make it longer. */
export function weighText(
  { vocabulary }: Pick<AlikeIndex<AlikeEntry>, 'vocabulary'>,
  text: ReadText,
): Weighed {
  const { numbers, counts, texts } = vocabulary
  const unknown: string[] = []
  const numberOf = (key: string): number => numbers.get(key) ?? counts.length + unknown.push(key) - 1
  const own = ownTerms(text, numberOf)
  return weigh(text.lang, own, neighbours(text, numbers), (number, key) =>
    termWeight(conceptOf(key), counts[number] ?? 0, texts),
  )
}

/** Gives the wider term's key that a concept brings with it. */
export function widerKey(concept: Concept | null): string | null {
  return concept === null ? null : (WIDER_KEYS.get(concept) ?? null)
}

/** Orders entries by what they are, never by where they stood. */
export function compareEntries(a: AlikeEntry, b: AlikeEntry): number {
  return (
    compare(a.topic ?? '', b.topic ?? '') ||
    compare(a.id, b.id) ||
    compare(a.words, b.words) ||
    compare(a.lang ?? '', b.lang ?? '') ||
    compare(a.group ?? '', b.group ?? '')
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function conceptOf(key: string): Concept | null {
  return key.startsWith('c:') ? (CONCEPTS.get(key.slice(2)) ?? null) : null
}

/** A phrase is as good a reason as two words; more words than two make it no better. */
const MOST_REASONS = 2

/** What a text says, and how much of its weight it has there. */
interface OwnTerm {
  readonly key: string
  readonly number: number
  factor: number
  reasons: number
}

/** What a text says, and how much of its weight each term has: once is as good as often. Ascending by number. */
function ownTerms({ terms }: ReadText, numberOf: (key: string) => number): OwnTerm[] {
  const own = new Map<string, OwnTerm>()
  for (const term of terms) {
    const { key, concept } = term
    const known = own.get(key)
    const reasons = reasonsOf(term)
    if (known === undefined) own.set(key, { key, number: numberOf(key), factor: 1, reasons })
    else {
      known.factor = 1
      known.reasons = Math.max(reasons, known.reasons)
    }
    const wider = widerKey(concept)
    if (wider !== null && !own.has(wider))
      own.set(wider, { key: wider, number: numberOf(wider), factor: WIDER, reasons: 0 })
  }
  return [...own.values()].sort((a, b) => a.number - b.number)
}

function reasonsOf({ key, concept, words }: Term): number {
  return isSubstantive(key, concept) ? Math.max(1, Math.min(MOST_REASONS, Math.floor(words))) : 0
}

function weigh(
  lang: string,
  own: readonly OwnTerm[],
  pairs: readonly number[],
  fullWeight: (number: number, key: string) => number,
): Weighed {
  const terms: number[] = []
  const weights: number[] = []
  const reasons: number[] = []
  let square = 0
  for (const term of own) {
    const weight = fullWeight(term.number, term.key) * term.factor
    terms.push(term.number)
    weights.push(weight)
    reasons.push(term.reasons)
    square += weight * weight
  }
  return { lang, terms, weights, reasons, length: Math.sqrt(square), pairs }
}

/** Room for so many different terms in one half of a pair's number; beyond, pairs of two texts might meet by chance. */
const PAIR = 2 ** 26

function neighbours({ terms }: ReadText, numbers: ReadonlyMap<string, number>): number[] {
  const pairs: number[] = []
  let left: number | undefined
  for (const { key, concept } of terms) {
    // "National rapporteurs should" opens half of all recommendations.
    if (!isSubstantive(key, concept)) continue
    const right = numbers.get(key)
    if (left !== undefined && right !== undefined) pairs.push(left * PAIR + right)
    left = right
  }
  pairs.sort((a, b) => a - b)
  return pairs.filter((pair, at) => pair !== pairs[at - 1])
}

function placesOf(weighed: readonly Weighed[], counts: readonly number[]): Int32Array[] {
  const places = counts.map((count) => new Int32Array(count))
  const filled = new Int32Array(counts.length)
  weighed.forEach(({ terms }, place) => {
    for (const term of terms) {
      const list = places[term] as Int32Array
      list[filled[term] as number] = place
      filled[term] = (filled[term] as number) + 1
    }
  })
  return places
}
