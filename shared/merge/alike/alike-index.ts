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
  /** Of each entry, its length and language once more, and what it says, by `saidTerm`. */
  readonly lengths: Float64Array
  readonly langs: readonly string[]
  readonly said: Lists
  /** The neighbouring terms of each entry, by `pairSlot`. */
  readonly pairs: Lists
  /** For each term, the places of the entries that say it, ascending. */
  readonly places: readonly Int32Array[]
  /** For each term, its weight where a text says it itself. */
  readonly fullWeights: readonly number[]
  readonly vocabulary: Vocabulary
  readonly read: TermReader
}

/** A list of numbers for each entry, one behind the other: read a hundred thousand times, they are near each other. */
interface Lists {
  readonly all: Int32Array
  /** Where each entry's list begins in `all`; at the end, where the last one's ends. */
  readonly from: Int32Array
}

/** Gives one number for a term and for whether a text says it only by a narrower one. */
export function saidTerm(term: number, isWider: boolean): number {
  return 2 * term + (isWider ? 1 : 0)
}

/** So many slots for pairs: two share one seldom, and all are in a processor's nearest memory. */
export const PAIR_SLOTS = 2 ** 12

/** Gives a small number for a pair of neighbours, the same for the same pair; some share theirs. */
export function pairSlot(pair: number): number {
  const left = Math.floor(pair / PAIR)
  return (Math.imul(left, 0x9e3779b1) + pair - left * PAIR) & (PAIR_SLOTS - 1)
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
  const counts: number[] = []
  const numbering: Numbering = {
    term: (key) => numberIn(numbers, key),
    known: Infinity,
    manners: [],
  }
  const sayings = entries.map(({ words, lang }) => {
    const saying = sayingOf(read(words, lang), numbering)
    for (const term of saying.terms) counts[term] = (counts[term] ?? 0) + 1
    return saying
  })
  const vocabulary: Vocabulary = { numbers, counts, texts: entries.length }
  const fullWeights = Array.from(numbers, ([key, number]) =>
    termWeight(conceptOf(key), counts[number] as number, entries.length),
  )
  const weighed = sayings.map((saying) => weigh(saying, fullWeights))
  return {
    entries,
    weighed,
    lengths: Float64Array.from(weighed, ({ length }) => length),
    langs: weighed.map(({ lang }) => lang),
    said: listsOf(
      sayings.map(({ terms, manners }) =>
        terms.map((term, at) => saidTerm(term, manners[at] === ONLY_WIDER)),
      ),
    ),
    pairs: listsOf(sayings.map(({ pairs }) => pairs.map(pairSlot))),
    places: placesOf(weighed, counts),
    fullWeights,
    vocabulary,
    read,
  }
}

function numberIn<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size)
  return numbers.size - 1
}

/** Weighs a text that was read against an index: words that no entry has only make it longer. */
export function weighText(
  { vocabulary, fullWeights }: Pick<AlikeIndex<AlikeEntry>, 'vocabulary' | 'fullWeights'>,
  text: ReadText,
): Weighed {
  const { numbers, texts } = vocabulary
  const ownNumbers = new Map<string, number>()
  const saying = sayingOf(text, {
    term: (key) => numbers.get(key) ?? numbers.size + numberIn(ownNumbers, key),
    known: numbers.size,
    manners: [],
  })
  const ownWeights = Array.from(ownNumbers.keys(), (key) => termWeight(conceptOf(key), 0, texts))
  return weigh(saying, [...fullWeights, ...ownWeights])
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

/** Gives a number for each term. */
interface Numbering {
  readonly term: (key: string) => number
  /** Terms from this number on are said by no entry, so that they are nobody's neighbours. */
  readonly known: number
  /** How the text that is being read says each term; empty between texts. */
  readonly manners: (number | undefined)[]
}

/** What a text says: terms by number, ascending, each with the manner in which it says it; once is as good as often. */
interface Saying {
  readonly lang: string
  readonly terms: readonly number[]
  readonly manners: readonly number[]
  readonly pairs: readonly number[]
}

/** A manner is this, or as many reasons above the next. The higher counts. */
const ONLY_WIDER = 0
const ITSELF = 1

/** Room for so many different terms in one half of a pair; beyond, pairs of two texts might meet by chance. */
const PAIR = 2 ** 26

function sayingOf({ lang, terms: read }: ReadText, { term: numberOf, known, manners }: Numbering): Saying {
  const terms: number[] = []
  const pairs: number[] = []
  const say = (number: number, manner: number): void => {
    const before = manners[number]
    if (before === undefined) terms.push(number)
    if (before === undefined || before < manner) manners[number] = manner
  }
  let left: number | undefined
  for (const { key, concept, words } of read) {
    const number = numberOf(key)
    // "National rapporteurs should" opens half of all recommendations.
    const isReason = isSubstantive(key, concept)
    say(number, ITSELF + (isReason ? Math.max(1, Math.min(MOST_REASONS, Math.floor(words))) : 0))
    const wider = widerKey(concept)
    if (wider !== null) say(numberOf(wider), ONLY_WIDER)
    if (!isReason) continue
    const right = number < known ? number : undefined
    if (left !== undefined && right !== undefined) pairs.push(left * PAIR + right)
    left = right
  }
  terms.sort((a, b) => a - b)
  const own = terms.map((term) => manners[term] as number)
  for (const term of terms) manners[term] = undefined
  return { lang, terms, manners: own, pairs: eachOnce(pairs) }
}

function eachOnce(pairs: number[]): number[] {
  pairs.sort((a, b) => a - b)
  return pairs.filter((pair, at) => pair !== pairs[at - 1])
}

function weigh({ lang, terms, manners, pairs }: Saying, fullWeights: readonly number[]): Weighed {
  let square = 0
  const weights = terms.map((term, at) => {
    const weight = (fullWeights[term] as number) * (manners[at] === ONLY_WIDER ? WIDER : 1)
    square += weight * weight
    return weight
  })
  const reasons = manners.map((manner) => Math.max(0, manner - ITSELF))
  return { lang, terms, weights, reasons, length: Math.sqrt(square), pairs }
}

function listsOf(lists: readonly (readonly number[])[]): Lists {
  const from = new Int32Array(lists.length + 1)
  for (let place = 0; place < lists.length; place++)
    from[place + 1] = (from[place] as number) + (lists[place] as number[]).length
  const all = new Int32Array(from[lists.length] as number)
  for (let place = 0; place < lists.length; place++) all.set(lists[place] as number[], from[place])
  return { all, from }
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
