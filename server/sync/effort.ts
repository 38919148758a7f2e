import { RefusedUpdate } from './incoming.ts'

/**
 * Steps of Yjs's loop over what stands between an item's two neighbours, for one update: some 0.5 µs each. A person
 * who typed beside a pasted book while offline walks over it once, which is some 60,000.
 */
export const MAX_STEPS = 150_000

/** What is moved up in Yjs's lists of structs by joins, for one update: some 0.5 ns each, taken out four times that. */
export const MAX_MOVED = 300_000_000

/** Counts what an update will cost Yjs beyond its own length, and refuses it past a bound (SY2). */
export class Effort {
  steps = 0
  moved = 0

  step(count = 1): void {
    this.steps += count
    if (this.steps > MAX_STEPS) throw new RefusedUpdate('too-much', 'It stands among too much other text.')
  }

  /** Counts structs that are moved up when one is taken out of the list before them. */
  closeGap(behind: number): void {
    this.#move(4 * behind)
  }

  /** Counts structs that are moved when one is put into the list before them. */
  openGap(behind: number): void {
    this.#move(behind)
  }

  #move(count: number): void {
    this.moved += count
    if (this.moved > MAX_MOVED) throw new RefusedUpdate('too-much', 'It cuts and joins too much text.')
  }
}
