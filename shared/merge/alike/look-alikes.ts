import { textHash } from '../../text/text-hash.ts'
import { type AlikeEntry, type AlikeIndex, indexEntries, type Weighed, weighText } from './alike-index.ts'
import { explain, type ToExplain, type Why } from './explain.ts'
import { type Partner, partnerFinder } from './find-partners.ts'
import { LEAST_SCORE } from './score.ts'

/** Two texts that somebody called not alike: hashes of both, as they were then. Which is which does not matter. */
export interface Dismissed {
  readonly a: string
  readonly b: string
}

/** Two entries that may ask for the same. */
export interface LookAlike<Entry extends AlikeEntry> {
  readonly a: Entry
  readonly b: Entry
  /** From 0 to 1. */
  readonly score: number
  readonly why: Why
}

/** An entry that may ask for the same as a text. */
export interface AlikeTo<Entry extends AlikeEntry> {
  readonly entry: Entry
  readonly score: number
  readonly why: Why
}

export interface AlikeOptions {
  readonly dismissed?: readonly Dismissed[]
  readonly least?: number
  /** How many to give, the best first. */
  readonly most?: number
}

/** Partners kept for each entry: nobody reads on after these. */
const MOST_PARTNERS = 5

/**
 * Gives the pairs that look alike, the most alike first (MG4). Never two of one group, never two that were dismissed
 * with the words they have now. Of one entry's partners, the best five; another's best are kept with it.
 */
export function lookAlikes<Entry extends AlikeEntry>(
  given: readonly Entry[] | AlikeIndex<Entry>,
  { dismissed = [], least = LEAST_SCORE, most = 1_000 }: AlikeOptions = {},
): LookAlike<Entry>[] {
  const index = 'vocabulary' in given ? given : indexEntries(given)
  const { entries, weighed } = index
  const isDismissed = dismissedIn(entries, dismissed)
  const find = partnerFinder(index)
  const kept: Partner[][] = entries.map(() => [])
  const passed = new Float64Array(entries.length)
  const ranks = new Ranks(most * SPARE)
  entries.forEach((entry, place) => {
    const own = kept[place] as Partner[]
    const isAllowed = (other: number): boolean =>
      !isOneGroup(entry, entries[other]) && !isDismissed(place, other)
    for (const { place: other, score } of find(weighed[place] as Weighed, place, {
      isAllowed,
      least: Math.max(least, ranks.least),
      passed,
    })) {
      ranks.add(score)
      passed[place] = keep(own, { place: other, score })
      passed[other] = keep(kept[other] as Partner[], { place, score })
    }
  })
  const told = readAgain(index)
  return bestPairs(kept, most).map(({ a, b, score }) => ({
    a: entries[a] as Entry,
    b: entries[b] as Entry,
    score,
    why: explain(index, told(a), told(b)),
  }))
}

/** Gives the entries that look alike to one text, the most alike first: while somebody types it. */
export function alikeTo<Entry extends AlikeEntry>(
  index: AlikeIndex<Entry>,
  text: Pick<AlikeEntry, 'words' | 'lang' | 'group'>,
  { dismissed = [], least = LEAST_SCORE, most = MOST_PARTNERS }: AlikeOptions = {},
): AlikeTo<Entry>[] {
  const { entries } = index
  const hashes = new Set(dismissed.map(({ a, b }) => pairName(a, b)))
  const own = hashes.size > 0 ? textHash(text.words) : ''
  const isAllowed = (place: number): boolean => {
    const other = entries[place] as Entry
    if (isOneGroup(text, other)) return false
    return hashes.size === 0 || !hashes.has(pairName(own, textHash(other.words)))
  }
  const read = index.read(text.words, text.lang)
  const weighed = weighText(index, read)
  const told = readAgain(index)
  return partnerFinder(index)(weighed, -1, {
    isAllowed,
    least,
    passed: new Float64Array(entries.length),
  })
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, most)
    .map(({ place, score }) => ({
      entry: entries[place] as Entry,
      score,
      why: explain(index, { words: text.words, read, weighed }, told(place)),
    }))
}

/** Reads entries for what stands where in them, which an index does not keep; each once, however many pairs it is in. */
function readAgain({ entries, weighed, read }: AlikeIndex<AlikeEntry>): (place: number) => ToExplain {
  const told = new Map<number, ToExplain>()
  return (place) => {
    const known = told.get(place)
    if (known !== undefined) return known
    const { words, lang } = entries[place] as AlikeEntry
    const made = { words, read: read(words, lang), weighed: weighed[place] as Weighed }
    told.set(place, made)
    return made
  }
}

function isOneGroup(a: Pick<AlikeEntry, 'group'>, b: Pick<AlikeEntry, 'group'> | undefined): boolean {
  return a.group !== undefined && a.group === b?.group
}

function dismissedIn(
  entries: readonly AlikeEntry[],
  dismissed: readonly Dismissed[],
): (a: number, b: number) => boolean {
  if (dismissed.length === 0) return () => false
  const names = new Set(dismissed.map(({ a, b }) => pairName(a, b)))
  const hashes: string[] = []
  const hashAt = (place: number): string => {
    hashes[place] ??= textHash(entries[place]?.words ?? '')
    return hashes[place]
  }
  return (a, b) => names.has(pairName(hashAt(a), hashAt(b)))
}

function pairName(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/**
 * Keeps the best partners, in order: the higher score, then the earlier entry. Gives the score that others have to
 * reach from now on.
 */
function keep(partners: Partner[], partner: Partner): number {
  let at = partners.length
  while (at > 0 && isBetter(partner, partners[at - 1] as Partner)) at -= 1
  if (at < MOST_PARTNERS) partners.splice(at, 0, partner)
  if (partners.length > MOST_PARTNERS) partners.pop()
  return partners[MOST_PARTNERS - 1]?.score ?? 0
}

function isBetter(a: Partner, b: Partner): boolean {
  return a.score > b.score || (a.score === b.score && a.place < b.place)
}

/** So many times the pairs that are wanted are found first: of some, both entries have five better ones later. */
const SPARE = 3

/** The score below which no pair can be among the best so many, to a thousandth. */
class Ranks {
  least = 0
  readonly #counts = new Int32Array(1_001)
  readonly #most: number
  #above = 0

  constructor(most: number) {
    this.#most = most
  }

  add(score: number): void {
    const rank = Math.floor(score * 1_000)
    this.#counts[rank] = (this.#counts[rank] as number) + 1
    if (rank >= Math.round(this.least * 1_000)) this.#above += 1
    // The lowest thousandth goes once there are enough above it.
    for (let lowest = Math.round(this.least * 1_000); lowest < 1_000; lowest++) {
      const left = this.#above - (this.#counts[lowest] as number)
      if (left < this.#most) break
      this.#above = left
      this.least = (lowest + 1) / 1_000
    }
  }
}

/** Each pair once, the best first. */
function bestPairs(kept: readonly Partner[][], most: number): { a: number; b: number; score: number }[] {
  const pairs = kept.flatMap((partners, from) =>
    partners
      // Where each is a partner of the other, the earlier one has it.
      .filter(({ place: to }) => from < to || !kept[to]?.some(({ place }) => place === from))
      .map(({ place: to, score }) => ({ a: Math.min(from, to), b: Math.max(from, to), score })),
  )
  const least =
    Float64Array.from(pairs, ({ score }) => score)
      .sort()
      .at(-most) ?? 0
  return pairs
    .filter(({ score }) => score >= least)
    .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
    .slice(0, most)
}
