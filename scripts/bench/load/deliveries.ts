import * as Y from 'yjs'
import { Histogram } from '../report/histogram.ts'

interface Typed {
  readonly index: number
  /** When each of its characters was sent; undefined: before the measured time. */
  readonly sentAt: (number | undefined)[]
}

/** Characters of one client that an update holds. */
interface Run {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** How many of the last updates are remembered: receivers of one room get the same bytes one after the other. */
const REMEMBERED = 64

/**
 * Follows every typed character to every receiver. A character is known by its clientID and clock, so nothing has to
 * stand in the text, and merged, repeated or delayed updates are counted right.
 */
export class Deliveries {
  latency = new Histogram()
  /** Measured characters that are still to arrive, summed over receivers. */
  expected = 0
  readonly #typed = new Map<number, Typed>()
  readonly #remembered: { readonly body: Uint8Array; readonly runs: readonly Run[] }[] = []
  #next = 0

  constructor(typists: Iterable<number>) {
    for (const client of typists) this.#typed.set(client, { index: this.#typed.size, sentAt: [] })
  }

  /** Begins to count anew, once everything before has arrived. */
  restart(): void {
    this.latency = new Histogram()
    this.expected = 0
  }

  /** A typist has sent its next character. `receivers` 0: it is not measured. */
  sent(client: number, at: number, receivers: number): void {
    this.#typed.get(client)?.sentAt.push(receivers === 0 ? undefined : at)
    this.expected += receivers
  }

  /** How many characters arrived, each counted once for each receiver. */
  get count(): number {
    return this.latency.count
  }

  /** Gives what one receiver calls with each update it gets. `own`: its own clientID, whose echo is no delivery. */
  receiver(own: number | null = null): (update: Uint8Array) => void {
    const reached = new Uint32Array(this.#typed.size)
    return (update) => {
      const now = performance.now()
      for (const { client, clock, length } of this.#runsOf(update)) {
        const typed = this.#typed.get(client)
        if (typed === undefined || client === own) continue
        const end = clock + length
        for (let at = Math.max(clock, reached[typed.index] as number); at < end; at++) {
          const sentAt = typed.sentAt[at]
          if (sentAt !== undefined) this.latency.add(now - sentAt)
        }
        if (end > (reached[typed.index] as number)) reached[typed.index] = end
      }
    }
  }

  #runsOf(body: Uint8Array): readonly Run[] {
    for (const known of this.#remembered)
      if (known.body.length === body.length && Buffer.compare(known.body, body) === 0) return known.runs
    const runs = runsOf(body)
    this.#remembered[this.#next] = { body, runs }
    this.#next = (this.#next + 1) % REMEMBERED
    return runs
  }
}

/** Gives which characters an update holds. */
export function runsOf(update: Uint8Array): Run[] {
  return Y.decodeUpdate(update).structs.flatMap((struct) => {
    const { client, clock } = struct.id
    return struct instanceof Y.Item ? [{ client, clock, length: struct.length }] : []
  })
}
