import type { AlikeEntry, AlikeIndex, Weighed } from './alike-index.ts'
import { mostLifted, scoreOf } from './score.ts'

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

/**
 * Makes a finder for an index. It adds up what entries share with the text, term by term through the lists of who says
 * it; only where the sum can reach the score are two texts compared.
 */
export function partnerFinder(index: AlikeIndex<AlikeEntry>): FindPartners {
  const { weighed } = index
  const sums = new Float64Array(weighed.length)
  const touched = new Int32Array(weighed.length)
  const lengths = Float64Array.from(weighed, ({ length }) => length)
  return (text, after, { isAllowed, least, passed }) => {
    const { leads, frequent, common } = leadsOf(text, index)
    let count = 0
    for (const { places, product } of leads) {
      const from = firstAfter(places, after)
      const to = Math.min(places.length, from + MOST_PLACES)
      for (let next = from; next < to; next++) {
        const place = places[next] as number
        const sum = sums[place] as number
        if (sum === 0) touched[count++] = place
        sums[place] = sum + product
      }
    }
    for (const { places, product } of frequent) {
      for (let next = firstAfter(places, after); next < places.length; next++) {
        const place = places[next] as number
        const sum = sums[place] as number
        if (sum !== 0) sums[place] = sum + product
      }
    }
    const found: Partner[] = []
    const own = passed[after] ?? 0
    for (let next = 0; next < count; next++) {
      const place = touched[next] as number
      const most = ((sums[place] as number) + common) / (text.length * (lengths[place] as number))
      sums[place] = 0
      // Where both have better ones already, nobody would see it.
      const better = Math.min(own, passed[place] as number)
      if (mostLifted(most) < least || most < better * NEARLY) continue
      const needed = Math.max(least, better)
      const other = weighed[place] as Weighed
      if ((most < needed && other.lang !== text.lang) || !isAllowed(place)) continue
      const score = scoreOf(text, other)
      if (score >= needed) found.push({ place, score })
    }
    return found
  }
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
  terms.forEach((term, at) => {
    const places = lists[term]
    if (places === undefined) return
    const product = (weights[at] as number) * (fullWeights[term] as number)
    if (reasons[at] === 0) common += product
    else if (places.length <= MOST_PLACES) leads.push({ places, product })
    else frequent.push({ places, product })
  })
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
