import type { Concept } from './lexicon/concept.ts'
import { LEXICON } from './lexicon/lexicon.ts'
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

/** Reads and weighs texts, so that each can be compared with all others. */
export function indexEntries<Entry extends AlikeEntry>(given: readonly Entry[]): AlikeIndex<Entry> {
  const entries = [...given].sort(compareEntries)
  const read = termReader()
  const numbers = new Map<string, number>()
  const keys: string[] = []
  const counts: number[] = []
  const said = entries.map(({ words, lang }) => {
    const text = read(words, lang)
    const factors = factorsOf(text)
    const own = [...factors].map(([key, { factor, reasons }]) => {
      const number = numbers.get(key) ?? keys.push(key) - 1
      numbers.set(key, number)
      counts[number] = (counts[number] ?? 0) + 1
      return { number, weight: factor, reasons }
    })
    return { lang: text.lang, own, pairs: neighbours(text, (key) => numbers.get(key)) }
  })
  const vocabulary: Vocabulary = { numbers, counts, texts: entries.length }
  const weights = keys.map((key, number) => termWeight(conceptOf(key), counts[number] ?? 0, entries.length))
  const weighed = said.map(({ lang, own, pairs }) =>
    weigh(
      lang,
      own.map((term) => ({ ...term, weight: term.weight * (weights[term.number] as number) })),
      pairs,
    ),
  )
  return { entries, weighed, places: placesOf(weighed, counts), fullWeights: weights, vocabulary, read }
}

/** Reads and weighs one text against an index: words that no entry has only make it longer. */
export function weighText(
  { vocabulary, read }: Pick<AlikeIndex<AlikeEntry>, 'vocabulary' | 'read'>,
  words: string,
  lang: string | null,
): Weighed {
  const text = read(words, lang)
  let unknown = vocabulary.counts.length
  const own = [...factorsOf(text)].map(([key, { factor, reasons }]) => {
    const number = vocabulary.numbers.get(key)
    const count = number === undefined ? 0 : (vocabulary.counts[number] ?? 0)
    const weight = termWeight(conceptOf(key), count, vocabulary.texts) * factor
    return { number: number ?? unknown++, weight, reasons }
  })
  return weigh(
    text.lang,
    own,
    neighbours(text, (key) => vocabulary.numbers.get(key)),
  )
}

/** Gives the wider term's key that a concept brings with it. */
export function widerKey(concept: Concept | null): string | null {
  return concept?.under === undefined ? null : `c:${concept.under}`
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

interface Factor {
  readonly factor: number
  readonly reasons: number
}

/** What a text says, and how much of its weight each term has: once is as good as often. */
function factorsOf({ terms }: ReadText): Map<string, Factor> {
  const factors = new Map<string, Factor>()
  for (const { key, concept, words } of terms) {
    const reasons = isSubstantive(key, concept) ? Math.max(1, Math.min(MOST_REASONS, Math.floor(words))) : 0
    factors.set(key, { factor: 1, reasons: Math.max(reasons, factors.get(key)?.reasons ?? 0) })
    const wider = widerKey(concept)
    if (wider !== null && !factors.has(wider)) factors.set(wider, { factor: WIDER, reasons: 0 })
  }
  return factors
}

interface OwnTerm {
  readonly number: number
  readonly weight: number
  readonly reasons: number
}

function weigh(lang: string, own: readonly OwnTerm[], pairs: readonly number[]): Weighed {
  const sorted = [...own].sort((a, b) => a.number - b.number)
  return {
    lang,
    terms: sorted.map(({ number }) => number),
    weights: sorted.map(({ weight }) => weight),
    reasons: sorted.map(({ reasons }) => reasons),
    length: Math.sqrt(sorted.reduce((sum, { weight }) => sum + weight * weight, 0)),
    pairs,
  }
}

/** Room for so many different terms in one half of a pair's number; beyond, pairs of two texts might meet by chance. */
const PAIR = 2 ** 26

function neighbours(text: ReadText, numberOf: (key: string) => number | undefined): number[] {
  const pairs = new Set<number>()
  // "National rapporteurs should" opens half of all recommendations.
  const terms = text.terms.filter(({ key, concept }) => isSubstantive(key, concept))
  for (let place = 1; place < terms.length; place++) {
    const [left, right] = [terms[place - 1], terms[place]].map((term) => numberOf(term?.key ?? ''))
    if (left !== undefined && right !== undefined) pairs.add(left * PAIR + right)
  }
  return [...pairs].sort((a, b) => a - b)
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
