import {
  type AlikeEntry,
  type AlikeIndex,
  PAIR_SLOTS,
  pairSlot,
  saidTerm,
  type Weighed,
} from './alike-index.ts'
import { WIDER } from './weights.ts'

/** The least score at which two texts are suggested: chosen on the tuning half of the bench's pairs. */
export const LEAST_SCORE = 0.2

/**
 * How alike entries of an index are to one text, from 0 to 1: the weight of what both say, over the weight of what each
 * says (the cosine of the two); in one language, lifted by how many neighbouring words they share.
 */
export class Scorer {
  readonly #index: AlikeIndex<AlikeEntry>
  /** By `saidTerm`, what an entry that says so shares with the text. */
  readonly #products: Float64Array
  /** By `pairSlot`, 1 where a pair of the text's neighbours is. */
  readonly #hasPair = new Uint8Array(PAIR_SLOTS)
  /** For each term, of how many words it is a reason. */
  readonly #reasons: Uint8Array
  #text: Weighed | null = null

  constructor(index: AlikeIndex<AlikeEntry>) {
    this.#index = index
    this.#products = new Float64Array(2 * index.fullWeights.length)
    this.#reasons = new Uint8Array(index.fullWeights.length)
  }

  /** Entries are compared with this text from now on. What no entry says lies beyond the list, and falls away. */
  begin(text: Weighed): void {
    const { fullWeights } = this.#index
    for (const term of this.#text?.terms ?? []) this.#put(term, 0, 0, 0)
    for (let at = 0; at < text.terms.length; at++) {
      const term = text.terms[at] as number
      this.#put(term, text.weights[at] as number, fullWeights[term] as number, text.reasons[at] as number)
    }
    this.#hasPair.fill(0)
    for (const pair of text.pairs) this.#hasPair[pairSlot(pair)] = 1
    this.#text = text
  }

  #put(term: number, weight: number, full: number, reasons: number): void {
    this.#reasons[term] = reasons
    this.#products[saidTerm(term, false)] = weight * full
    this.#products[saidTerm(term, true)] = weight * (full * WIDER)
  }

  /** Gives the score of an entry, null where it is less than is needed. */
  score(place: number, needed: number): number | null {
    const text = this.#text as Weighed
    const { weighed, lengths, langs } = this.#index
    const same = Math.min(1, this.#sharedWeight(place) / (text.length * (lengths[place] as number)))
    if (text.lang !== langs[place]) return same >= needed ? same : null
    if (lifted(same, 1) < needed || lifted(same, this.#mostInOrder(place)) < needed) return null
    const { pairs } = weighed[place] as Weighed
    const score = lifted(same, partOf(sharedCount(text.pairs, pairs), text.pairs.length + pairs.length))
    return score >= needed ? score : null
  }

  /** Of how many words what an entry shares is a reason. */
  reasons(place: number): number {
    const { terms, reasons } = this.#index.weighed[place] as Weighed
    let shared = 0
    for (let at = 0; at < terms.length; at++)
      shared += Math.min(this.#reasons[terms[at] as number] as number, reasons[at] as number)
    return shared
  }

  /** The score that an entry could have by the terms it shares and all that is common, before words in order lift it. */
  most(place: number, common: number): number {
    const { terms, length } = this.#index.weighed[place] as Weighed
    let weight = common
    for (const term of terms)
      if (this.#reasons[term] !== 0) weight += this.#products[saidTerm(term, false)] as number
    return weight / ((this.#text as Weighed).length * length)
  }

  #sharedWeight(place: number): number {
    const { all, from } = this.#index.said
    const to = from[place + 1] as number
    let weight = 0
    for (let at = from[place] as number; at < to; at++) weight += this.#products[all[at] as number] as number
    return weight
  }

  /** Nearly always enough to see that words in the same order do not lift a score to what is needed. */
  #mostInOrder(place: number): number {
    const { all, from } = this.#index.pairs
    const begin = from[place] as number
    const to = from[place + 1] as number
    let shared = 0
    for (let at = begin; at < to; at++) shared += this.#hasPair[all[at] as number] as number
    return partOf(shared, (this.#text as Weighed).pairs.length + to - begin)
  }
}

/** Gives the least that two texts have to share, as the words stand, to come to a score once it is lifted. */
export function leastUnlifted(score: number): number {
  return (1 + IN_ORDER - Math.sqrt((1 + IN_ORDER) ** 2 - 4 * IN_ORDER * score)) / (2 * IN_ORDER)
}

/** How far words in the same order lift a score towards 1. */
const IN_ORDER = 0.5

/** The same words in the same order lift a score, and no score over 1. */
function lifted(same: number, inOrder: number): number {
  return same * (1 + (1 - same) * IN_ORDER * inOrder)
}

/** What two lists share, over their mean length. */
function partOf(shared: number, lengths: number): number {
  return shared === 0 ? 0 : (2 * shared) / lengths
}

/** How many numbers two ascending lists share. */
function sharedCount(a: readonly number[], b: readonly number[]): number {
  let shared = 0
  for (let left = 0, right = 0; left < a.length && right < b.length; ) {
    const difference = (a[left] as number) - (b[right] as number)
    if (difference === 0) shared += 1
    if (difference <= 0) left += 1
    if (difference >= 0) right += 1
  }
  return shared
}
