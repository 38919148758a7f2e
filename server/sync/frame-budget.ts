import {
  MAX_BYTES_BURST,
  MAX_BYTES_PER_SECOND,
  MAX_FRAMES_BURST,
  MAX_FRAMES_PER_SECOND,
} from '../../shared/limits/sync-limits.ts'

/** How much one connection may still send: it fills up again with time, up to a burst (SY8). */
export class FrameBudget {
  #frames = MAX_FRAMES_BURST
  #bytes = MAX_BYTES_BURST
  #at: number

  constructor(now: number) {
    this.#at = now
  }

  /** Takes a frame into account; false: it is too much. */
  spend(bytes: number, now: number): boolean {
    const seconds = Math.max(0, now - this.#at) / 1000
    this.#at = now
    this.#frames = Math.min(MAX_FRAMES_BURST, this.#frames + seconds * MAX_FRAMES_PER_SECOND) - 1
    this.#bytes = Math.min(MAX_BYTES_BURST, this.#bytes + seconds * MAX_BYTES_PER_SECOND) - bytes
    return this.#frames >= 0 && this.#bytes >= 0
  }
}
