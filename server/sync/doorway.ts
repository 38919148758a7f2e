import { JOIN_PAUSE_MS, JOIN_SLICE_MS } from '../../shared/limits/sync-limits.ts'
import type { Participant } from './participant.ts'
import type { Clock } from './ports.ts'

interface Question {
  readonly participant: Participant
  readonly vector: Uint8Array
}

/** Answers those who ask what they lack, a few at a time, so that typing goes on meanwhile (SY6). */
export class Doorway {
  readonly #clock: Clock
  readonly #whenStored: (read: () => void) => void
  readonly #asking: Question[] = []
  #stop: () => void = () => {}

  constructor(clock: Clock, whenStored: (read: () => void) => void) {
    this.#clock = clock
    this.#whenStored = whenStored
  }

  /** Has a participant answered in its turn, once all that the room holds is on disk. */
  ask(participant: Participant, vector: Uint8Array): void {
    this.#asking.push({ participant, vector })
    if (this.#asking.length === 1) this.#whenStored(() => this.#answerSome())
  }

  /** Nobody is answered any more. */
  close(): void {
    this.#stop()
    this.#asking.length = 0
  }

  #answerSome(): void {
    const until = this.#clock.elapsed() + JOIN_SLICE_MS
    let answered = 0
    for (const { participant, vector } of [...this.#asking]) {
      participant.answer(vector)
      answered++
      if (this.#clock.elapsed() >= until) break
    }
    this.#asking.splice(0, answered)
    if (this.#asking.length === 0) return
    this.#stop = this.#clock.after(JOIN_PAUSE_MS, () => this.#whenStored(() => this.#answerSome()))
  }
}
