import * as Y from 'yjs'
import type { CharId } from '../../shared/text/block.ts'
import type { Entry } from '../journal/journal.ts'

interface Stretch {
  readonly from: number
  readonly at: number
}

/** Knows when each character of a room was written, from the entries of its journal. */
export class WritingTimes {
  readonly #stretches = new Map<number, Stretch[]>()
  #seq = 0

  /** The last entry that it has taken in. */
  get seq(): number {
    return this.#seq
  }

  /** Takes in entries, in their order. */
  add(entries: readonly Entry[]): void {
    for (const { seq, at, update } of entries) {
      for (const { id } of Y.decodeUpdate(update).structs) {
        const stretches = this.#stretches.get(id.client) ?? []
        // One struct may go on where the last one of the same moment ended.
        if (stretches.at(-1)?.at !== at) stretches.push({ from: id.clock, at })
        this.#stretches.set(id.client, stretches)
      }
      this.#seq = seq
    }
  }

  /** Gives milliseconds since 1970, or null for a character it has not heard of. */
  of({ client, clock }: CharId): number | null {
    const stretches = this.#stretches.get(client) ?? []
    let low = 0
    let high = stretches.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((stretches[middle] as Stretch).from <= clock) low = middle + 1
      else high = middle
    }
    return stretches[low - 1]?.at ?? null
  }
}
