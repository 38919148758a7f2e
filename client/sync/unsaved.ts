/** A local transaction, or what an earlier page left in the cache, until the server has it on disk. */
interface Pending {
  readonly count: number
  readonly since: number
  /** Where its first character stands in the clock of this page's clientID; null: it is of an earlier page. */
  readonly clock: number | null
  /** The update frame of this connection that carries it; null: none yet. */
  frame: number | null
}

/**
 * Counts local transactions that no `stored` covers. Invariants:
 * 1. A transaction is covered by the update frame it was sent in, or by the answer of what the server lacked (sync
 *    step 2), which holds everything from before it.
 * 2. Frames are counted anew on each connection: what was sent on an earlier one and not confirmed waits for the
 *    next answer.
 */
export class Unsaved {
  #pending: Pending[] = []
  #frames = 0
  /** Frames whose transaction is known. */
  #assigned = 0

  /** How many transactions are not on the server's disk. */
  get count(): number {
    return this.#pending.reduce((sum, { count }) => sum + count, 0)
  }

  /** When the oldest of them was made; null: there is none. */
  get since(): number | null {
    return this.#pending[0]?.since ?? null
  }

  /** Where the unsaved words of this page's clientID begin; null: there are none. */
  get clock(): number | null {
    return this.#pending.find(({ clock }) => clock !== null)?.clock ?? null
  }

  /** How many of them were made in this page. */
  get madeHere(): number {
    return this.#pending.filter(({ clock }) => clock !== null).length
  }

  /** Whether something that an earlier page left is not on disk yet. */
  get hasInherited(): boolean {
    return this.#pending.some(({ clock }) => clock === null)
  }

  /** Takes in what an earlier page left unsaved; what is connected has just sent it. */
  inherit(count: number, now: number): void {
    const frame = this.#frames === 0 ? null : this.#frames
    if (count > 0) this.#pending.push({ count, since: now, clock: null, frame })
  }

  /** A transaction was made here and, where there is a connection, has just left in an update frame. */
  made(clock: number, now: number): void {
    const frame = this.#frames > this.#assigned ? this.#frames : null
    this.#assigned = this.#frames
    this.#pending.push({ count: 1, since: now, clock, frame })
  }

  /** A transaction that needs no confirmation has left: it came from the cache. */
  passed(): void {
    this.#assigned = this.#frames
  }

  /** An update frame left on this connection. `isAnswer`: it holds everything that the document held. */
  sent(isAnswer: boolean): void {
    this.#frames++
    if (!isAnswer) return
    this.#assigned = this.#frames
    for (const pending of this.#pending) pending.frame ??= this.#frames
  }

  /** The first `frames` of this connection are on disk. */
  stored(frames: number): void {
    this.#pending = this.#pending.filter(({ frame }) => frame === null || frame > frames)
  }

  /** The connection is gone. */
  disconnected(): void {
    this.#frames = 0
    this.#assigned = 0
    for (const pending of this.#pending) pending.frame = null
  }

  /** What is unsaved was given up: the page starts again from the server's state. */
  clear(): void {
    this.#pending = []
  }
}
