/**
 * Puts questions one at a time: what comes while one is out waits, and only the last of it is put. A worker has no way
 * to leave a question that nobody waits for any more.
 */
export class LatestQuestion<Question> {
  readonly #put: (question: Question) => void
  #isOut = false
  #waiting: Question | null = null

  constructor(put: (question: Question) => void) {
    this.#put = put
  }

  ask(question: Question): void {
    if (this.#isOut) {
      this.#waiting = question
      return
    }
    this.#isOut = true
    this.#put(question)
  }

  /** Is called with each answer. */
  answered(): void {
    const next = this.#waiting
    this.#isOut = false
    this.#waiting = null
    if (next !== null) this.ask(next)
  }
}
