import { RefusedUpdate } from './incoming.ts'

/**
 * Steps of Yjs's loop over what stands between an item's two neighbours, for one update: some 0.5 µs each. A person
 * who typed beside a pasted book while offline walks over it once, which is some 60,000.
 */
export const MAX_STEPS = 150_000

/**
 * Structs that are moved in Yjs's lists when others are put in or taken out before them, for one update: some 0.5 ns
 * each. Deleting all of 3,000 lines with bold words takes 160 million.
 */
export const MAX_MOVED = 1_000_000_000

/** Counts what an update will cost Yjs beyond its own length, and refuses it past a bound (SY2). */
export class Effort {
  steps = 0
  moved = 0

  step(count = 1): void {
    this.steps += count
    if (this.steps > MAX_STEPS) throw new RefusedUpdate('too-much', 'It stands among too much other text.')
  }

  /** Counts structs that are moved up when one is taken out before them, which takes V8 longer. */
  closeGap(behind: number): void {
    this.#move(4 * behind)
  }

  /** Counts structs that are moved when one is put in before them. */
  openGap(behind: number): void {
    this.#move(behind)
  }

  #move(count: number): void {
    this.moved += count
    if (this.moved > MAX_MOVED) throw new RefusedUpdate('too-much', 'It cuts and joins too much text.')
  }
}
