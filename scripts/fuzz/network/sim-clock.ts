import type { Clock } from '../../../server/sync/ports.ts'

interface Timer {
  readonly at: number
  readonly order: number
  readonly callback: () => void
}

/** Time that stands still until it is told to go on. */
export class SimClock implements Clock {
  #now = 1_000_000
  #order = 0
  #timers: Timer[] = []

  now(): number {
    return this.#now
  }

  elapsed(): number {
    return this.#now
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + ms, order: this.#order++, callback }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** Goes on for so long, timer by timer; what promises do in between is waited for. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms
    for (;;) {
      await settlePromises()
      const next = this.#timers
        .filter(({ at }) => at <= until)
        .sort((a, b) => a.at - b.at || a.order - b.order)[0]
      if (next === undefined) break
      this.#now = Math.max(this.#now, next.at)
      this.#timers = this.#timers.filter((other) => other !== next)
      next.callback()
    }
    this.#now = until
    await settlePromises()
  }
}

/** Lets everything run that waits for a promise only. */
function settlePromises(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
