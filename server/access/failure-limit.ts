/**
 * Counts failures by address before anybody has signed in. Only failures: a whole meeting signs in from behind one
 * address. Bounded in memory.
 */
export class FailureLimit {
  readonly #most: number
  readonly #windowMs: number
  readonly #now: () => number
  #failures = new Map<string, number>()
  #since = Number.NEGATIVE_INFINITY

  constructor(most: number, windowMs: number, now: () => number) {
    this.#most = most
    this.#windowMs = windowMs
    this.#now = now
  }

  /** Whether an address has failed too often within this window. */
  isPast(address: string): boolean {
    this.#turn()
    return (this.#failures.get(address) ?? 0) >= this.#most
  }

  /** Counts one failure. */
  count(address: string): void {
    this.#turn()
    this.#failures.set(address, (this.#failures.get(address) ?? 0) + 1)
  }

  #turn(): void {
    if (this.#now() < this.#since + this.#windowMs) return
    this.#since = this.#now()
    this.#failures = new Map()
  }
}
