import type { Clock } from '../ports.ts'

/** A clock that stands still until it is told to go on, and knows what it still has to call. */
export class StillClock implements Clock {
  readonly timers = new Set<{ readonly at: number; readonly callback: () => void }>()
  #now = 0

  now(): number {
    return this.#now
  }

  elapsed(): number {
    return this.#now
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + ms, callback }
    this.timers.add(timer)
    return () => this.timers.delete(timer)
  }

  /** Goes on in one jump: what is due by then is called once. */
  advance(ms: number): void {
    this.#now += ms
    for (const timer of [...this.timers]) {
      if (timer.at > this.#now || !this.timers.delete(timer)) continue
      timer.callback()
    }
  }
}
