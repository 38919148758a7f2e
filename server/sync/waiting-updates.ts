import type { MemberId } from '../../shared/ids/ids.ts'
import { MAX_WAITING_BYTES, WAITING_UPDATE_BYTES } from '../../shared/limits/sync-limits.ts'
import type { Received } from './participant.ts'

/**
 * The updates of a room that wait for the next batch, in order. Bounded for each member, so that a disk which holds back
 * does not fill the memory (SY7): by member and not by connection, since what a connection sent waits on when it is gone.
 */
export class WaitingUpdates {
  #updates: Received[] = []
  readonly #bytes = new Map<MemberId, number>()

  get length(): number {
    return this.#updates.length
  }

  /** Takes an update; false, and it is not taken, when too much of its member waits already. */
  add(received: Received): boolean {
    const { id } = received.from.member
    const bytes = (this.#bytes.get(id) ?? 0) + received.update.length + WAITING_UPDATE_BYTES
    if (bytes > MAX_WAITING_BYTES) return false
    this.#bytes.set(id, bytes)
    this.#updates.push(received)
    return true
  }

  /** Gives what waits, and begins anew. */
  takeAll(): readonly Received[] {
    const updates = this.#updates
    this.#updates = []
    this.#bytes.clear()
    return updates
  }

  /** Tells whether something of a connection waits. */
  has(from: Received['from']): boolean {
    return this.#updates.some((each) => each.from === from)
  }
}
