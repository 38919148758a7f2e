import type { AlikeEntry, AlikeIndex, Weighed } from './alike-index.ts'
import { Scorer } from './score.ts'
import { SharedSums } from './shared-sums.ts'

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

/** Sharing one word is a coincidence: two words, or a phrase of two, are a reason. */
const LEAST_REASONS = 2

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
 * it; only where the sum reaches the score are two texts compared.
 */
export function partnerFinder(index: AlikeIndex<AlikeEntry>): FindPartners {
  const sums = new SharedSums(index.lengths)
  const scorer = new Scorer(index)
  return (text, after, { isAllowed, least, passed }) => {
    const { leads, frequent, common } = leadsOf(text, index)
    if (leads.length === 0) return []
    sums.begin(after + 1, least, common / text.length)
    for (const { places, product } of frequent)
      sums.add(places, firstAfter(places, after), places.length, product / text.length, false)
    for (const { places, product } of leads) {
      const from = firstAfter(places, after)
      sums.add(places, from, Math.min(places.length, from + MOST_PLACES), product / text.length, true)
    }
    scorer.begin(text)
    const found: Partner[] = []
    for (let next = 0; next < sums.count; next++) {
      const place = sums.near[next] as number
      // Where both have better ones already, nobody would see it.
      const better = Math.min(passed[after] ?? 0, passed[place] as number)
      const score = scorer.score(place, Math.max(least, better))
      if (score === null || scorer.reasons(place) < LEAST_REASONS) continue
      if (scorer.most(place, common) >= better * NEARLY && isAllowed(place)) found.push({ place, score })
    }
    return found
  }
}

interface Lead {
  readonly places: Int32Array
  /** What an entry shares with the text by this term, at most: a wider term counts less where it is not said itself. */
  readonly product: number
}

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
  if (leads.length === 0 && frequent[0] !== undefined) leads.push({ ...frequent[0], product: 0 })
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
