import type { AlikeEntry, AlikeIndex, Weighed } from './alike-index.ts'
import { leastUnlifted, mostLifted, scoreOf } from './score.ts'

/** An entry, by its place in the index, and how alike it is. */
export interface Partner {
  readonly place: number
  readonly score: number
}

/**
 * A term that more entries say leads to none of them: two texts that share nothing rarer are not alike. Sets of fewer
 * entries are searched whole; in larger ones the work grows with the number of entries, not with its square.
 */
const MOST_PLACES = 800

/** Words in the same order are looked at where without them a text comes as near as this to those it has to beat. */
const NEARLY = 0.9

/** What may be suggested, and which score it has to reach. */
export interface Search {
  readonly isAllowed: (place: number) => boolean
  readonly least: number
  /** For each entry, a score that it has to pass as well: the least of those that it has already. */
  readonly passed: Float64Array
}

/** Finds entries after a place that are alike to a text. Reuses its lists: one finder for a whole set. */
export type FindPartners = (text: Weighed, after: number, search: Search) => Partner[]

/** Sums differ by as much as this with the order in which they are added up: no text is left out for it. */
const ROUNDING = 1 - 1e-9

/**
 * Makes a finder for an index. It adds up what entries share with the text, term by term through the lists of who says
 * it; only where the sum comes to reach the score are two texts compared.
 */
export function partnerFinder(index: AlikeIndex<AlikeEntry>): FindPartners {
  const { weighed } = index
  const lengths = Float64Array.from(weighed, ({ length }) => length)
  const sums = new Sums(lengths)
  const shortest = lengths.reduce(
    (least, length) => (length > 0 && length < least ? length : least),
    Infinity,
  )
  return (text, after, search) => {
    const { leads, frequent, common } = leadsOf(text, index)
    const share = leastUnlifted(search.least) * text.length * ROUNDING
    sums.begin(after, share, common)
    let most = common
    for (const { places, product } of leads) {
      const from = firstAfter(places, after)
      most += product
      // No sum reaches anything before the weights do.
      sums.add(places, from, Math.min(places.length, from + MOST_PLACES), product, most >= share * shortest)
    }
    const ledTo = sums.count
    for (const { places, product } of frequent)
      sums.add(places, firstAfter(places, after), places.length, product, true)
    const found: Partner[] = []
    for (let next = 0; next < sums.count; next++) {
      const place = sums.near[next] as number
      if (next >= ledTo && !isLed(leads, place, after)) continue
      const other = weighed[place] as Weighed
      const score = scoreThatCounts(
        text,
        other,
        sums.most(place) / (text.length * other.length),
        search,
        after,
        place,
      )
      if (score !== null) found.push({ place, score })
    }
    return found
  }
}

/**
 * What entries share with a text, as far as it was added up, and which of them come near enough: found out while
 * adding, since most never do, and looking through all of them afterwards would take longer than adding.
 */
class Sums {
  /** Places of those that come near enough, and how many there are. */
  readonly near: Int32Array
  count = 0
  readonly #sums: Float64Array
  readonly #lengths: Float64Array
  #share = 0
  #common = 0

  constructor(lengths: Float64Array) {
    this.#lengths = lengths
    this.#sums = new Float64Array(lengths.length)
    this.near = new Int32Array(lengths.length)
  }

  /** Begins anew for the entries after a place: near is whose sum, with what is common, is this share of its length. */
  begin(after: number, share: number, common: number): void {
    this.#sums.fill(0, after + 1)
    this.#share = share
    this.#common = common
    this.count = 0
  }

  /** Adds to the entries of a part of a list. `isTold`: those that come near by it are to be found. */
  add(places: Int32Array, from: number, to: number, product: number, isTold: boolean): void {
    if (isTold) this.#addAndTell(places, from, to, product)
    else addTo(this.#sums, places, from, to, product)
  }

  /** The most that an entry can share with the text. */
  most(place: number): number {
    return (this.#sums[place] as number) + this.#common
  }

  #addAndTell(places: Int32Array, from: number, to: number, product: number): void {
    const sums = this.#sums
    const lengths = this.#lengths
    const share = this.#share
    const common = this.#common
    for (let next = from; next < to; next++) {
      const place = places[next] as number
      const before = sums[place] as number
      const sum = before + product
      sums[place] = sum
      const needed = share * (lengths[place] as number)
      // What is common may be enough by itself: then an entry comes near where it is met first.
      if (sum + common >= needed && (before + common < needed || before === 0))
        this.near[this.count++] = place
    }
  }
}

function addTo(sums: Float64Array, places: Int32Array, from: number, to: number, product: number): void {
  for (let next = from; next < to; next++) {
    const place = places[next] as number
    sums[place] = (sums[place] as number) + product
  }
}

/** Tells whether an entry is among those that a text's leads lead to. */
function isLed(leads: readonly Lead[], place: number, after: number): boolean {
  return leads.some(({ places }) => {
    const at = firstAfter(places, place - 1)
    return places[at] === place && at < firstAfter(places, after) + MOST_PLACES
  })
}

/** Compares two texts; null: they can't, or don't, come to a score that anybody would see. */
function scoreThatCounts(
  text: Weighed,
  other: Weighed,
  most: number,
  { isAllowed, least, passed }: Search,
  after: number,
  place: number,
): number | null {
  // Where both have better ones already, nobody would see it.
  const better = Math.min(passed[after] ?? 0, passed[place] as number)
  if (mostLifted(most) < least || most < better * NEARLY) return null
  const needed = Math.max(least, better)
  if ((most < needed && other.lang !== text.lang) || !isAllowed(place)) return null
  const score = scoreOf(text, other)
  return score >= needed ? score : null
}

interface Lead {
  readonly places: Int32Array
  /** What an entry shares with the text by this term, at most: a wider term counts less where it is not said itself. */
  readonly product: number
}

/** What is too little to count, but more than nothing. */
const TRACE = 1e-9

/** The terms by which others are found, those that too many say, and the weight of what is no reason at all. */
function leadsOf(
  { terms, weights, reasons }: Weighed,
  { places: lists, fullWeights }: AlikeIndex<AlikeEntry>,
): { leads: readonly Lead[]; frequent: readonly Lead[]; common: number } {
  const leads: Lead[] = []
  const frequent: Lead[] = []
  let common = 0
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] as number
    const places = lists[term]
    if (places === undefined) continue
    const product = (weights[at] as number) * (fullWeights[term] as number)
    if (reasons[at] === 0) common += product
    else (places.length <= MOST_PLACES ? leads : frequent).push({ places, product })
  }
  frequent.sort((a, b) => a.places.length - b.places.length)
  // All that it says is said by many: the rarest of it leads to those that come next.
  if (leads.length === 0 && frequent[0] !== undefined) leads.push({ ...frequent[0], product: TRACE })
  return { leads, frequent, common }
}

/** The first place of a list beyond another. */
function firstAfter(places: Int32Array, after: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] as number) > after) high = middle
    else low = middle + 1
  }
  return low
}
