/** When the words of each line were typed, in milliseconds since 1970, as the server's journal has it. */
export type TimesAnswer = Readonly<Record<string, { readonly first: number; readonly last: number }>>

/** New lines are asked about together, and not while somebody is in the middle of a word. */
const SETTLE_MS = 1500
/** The server reads its journal for an answer. */
const PAUSE_MS = 5000

/** Times of lines, asked of the server when a line's is missing and something was written since the last answer. */
export class LineTimes {
  readonly #ask: () => Promise<TimesAnswer>
  readonly #now: () => number
  readonly #listeners = new Set<() => void>()
  #times: TimesAnswer = {}
  #isMissing = false
  #hasNews = true
  #isAsking = false
  #last = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(ask: () => Promise<TimesAnswer>, now: () => number = () => Date.now()) {
    this.#ask = ask
    this.#now = now
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Gives when a line's first words were typed; null while nobody knows, and then it is asked. */
  first(line: string): number | null {
    const known = this.#times[line]
    if (known !== undefined) return known.first
    this.#isMissing = true
    this.#plan()
    return null
  }

  last(line: string): number | null {
    return this.#times[line]?.last ?? null
  }

  /** Something is on the server's disk that was not there before. */
  written(): void {
    this.#hasNews = true
    this.#plan()
  }

  destroy(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#listeners.clear()
    this.#isAsking = true
  }

  #plan(): void {
    if (!this.#isMissing || !this.#hasNews || this.#isAsking || this.#timer !== undefined) return
    const first = this.#last === Number.NEGATIVE_INFINITY
    const wait = first ? 0 : Math.max(SETTLE_MS, this.#last + PAUSE_MS - this.#now())
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      void this.#fetch()
    }, wait)
  }

  async #fetch(): Promise<void> {
    this.#isAsking = true
    this.#isMissing = false
    this.#hasNews = false
    this.#last = this.#now()
    try {
      this.#times = await this.#ask()
    } catch {
      // Without a connection the lines stand without their hour; the next thing written asks again.
      this.#isMissing = true
    }
    if (this.#listeners.size === 0) return
    this.#isAsking = false
    for (const listener of [...this.#listeners]) listener()
    this.#plan()
  }
}
