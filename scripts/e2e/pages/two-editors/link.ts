/** A network inside the page: messages arrive in the order they were sent, never in the sender's own turn. */
export class Link {
  readonly #waiting: { readonly at: number; readonly deliver: () => void }[] = []
  #isPaused = false
  #delayMs = 0
  #timer: number | null = null

  /** Whether nothing is on its way. */
  get isIdle(): boolean {
    return this.#waiting.length === 0
  }

  /** Keeps back what is on its way and what is sent from now on. */
  pause(): void {
    this.#isPaused = true
  }

  /** Lets everything through again, what was kept back first. */
  resume(): void {
    this.#isPaused = false
    this.#schedule()
  }

  /** Makes messages sent from now on take their time. */
  delay(delayMs: number): void {
    this.#delayMs = delayMs
  }

  /** Sends one message. */
  send(deliver: () => void): void {
    this.#waiting.push({ at: performance.now() + this.#delayMs, deliver })
    this.#schedule()
  }

  #schedule(): void {
    const [first] = this.#waiting
    if (this.#isPaused || this.#timer !== null || first === undefined) return
    this.#timer = window.setTimeout(() => {
      this.#timer = null
      // One at a time: each is a turn of its own, as frames from a socket are.
      if (!this.#isPaused) this.#waiting.shift()?.deliver()
      this.#schedule()
    }, first.at - performance.now())
  }
}
