import { leastUnlifted } from './score.ts'

/** A weight of 1 in whole numbers, which are added and compared faster. */
const UNITS = 2 ** 16
/** Far below every sum: nothing is found twice. A text would need millions of different words to come near. */
const FOUND = -(2 ** 30)
/** Far above every sum. */
const NEVER = 2 ** 29

/** Scores are taken in steps, rounded down: what entries need to share is worked out anew for each step only. */
const STEPS = 128

/**
 * What the entries of an index share with one text, as far as it was added up, less what they need to share for a
 * score; and which of them come to it, found out while adding, since most never do. In parts of the text's length, and
 * rounded so that none is left out: those found are compared exactly afterwards.
 */
export class SharedSums {
  /** Places of those that share enough, and how many there are. */
  readonly near: Int32Array
  count = 0
  readonly #lengths: Float64Array
  /** What is left of each entry when nothing was added: below zero. */
  readonly #empty: Int32Array
  readonly #sums: Int32Array
  #step = -1
  #least = 0

  constructor(lengths: Float64Array) {
    this.#lengths = lengths
    this.#empty = new Int32Array(lengths.length)
    this.#sums = new Int32Array(lengths.length)
    this.near = new Int32Array(lengths.length)
  }

  /** Begins anew for the entries from a place on, which need to come to a score; all may share what is common. */
  begin(from: number, least: number, common: number): void {
    const step = Math.floor(least * STEPS)
    if (step !== this.#step) {
      const share = leastUnlifted(step / STEPS) * UNITS
      for (let place = 0; place < this.#empty.length; place++)
        this.#empty[place] = 1 - Math.floor(share * (this.#lengths[place] as number))
      this.#step = step
    }
    this.#sums.set(this.#empty.subarray(from), from)
    this.#least = -Math.ceil(common * UNITS)
    this.count = 0
  }

  /** Adds to the entries of a list, from one of its places to another. `isLead`: those that come near are found. */
  add(places: Int32Array, from: number, to: number, product: number, isLead: boolean): void {
    const sums = this.#sums
    const units = Math.ceil(product * UNITS)
    const least = isLead ? this.#least : NEVER
    let next = from
    // By fours this takes half as long, and it is most of the work of a large set.
    for (; next + 4 <= to; next += 4) {
      const a = places[next] as number
      const b = places[next + 1] as number
      const c = places[next + 2] as number
      const d = places[next + 3] as number
      const sumA = (sums[a] as number) + units
      const sumB = (sums[b] as number) + units
      const sumC = (sums[c] as number) + units
      const sumD = (sums[d] as number) + units
      sums[a] = sumA
      sums[b] = sumB
      sums[c] = sumC
      sums[d] = sumD
      // Nearly always all four are below zero.
      if (((sumA - least) & (sumB - least) & (sumC - least) & (sumD - least)) >= 0)
        this.#find(places, next, next + 4, least)
    }
    for (let rest = next; rest < to; rest++) {
      const place = places[rest] as number
      sums[place] = (sums[place] as number) + units
    }
    this.#find(places, next, to, least)
  }

  #find(places: Int32Array, from: number, to: number, least: number): void {
    for (let next = from; next < to; next++) {
      const place = places[next] as number
      if ((this.#sums[place] as number) < least) continue
      this.near[this.count++] = place
      this.#sums[place] = FOUND
    }
  }
}
