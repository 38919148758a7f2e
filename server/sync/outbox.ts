import {
  CATCH_UP_POLL_MS,
  DRAINED_BYTES,
  MAX_BEHIND_BYTES,
  MAX_BEHIND_MS,
} from '../../shared/limits/sync-limits.ts'
import { storedFrame } from '../../shared/protocol/messages.ts'
import type { Clock, Socket } from './ports.ts'

/** What a connection that fell behind is given once its socket has drained. */
export interface CatchUp {
  /** The state vector of what has been handed over so far. */
  vector(): Uint8Array
  /** Sends everything since then: text in one diff, who is here, who typed what. */
  catchUp(since: Uint8Array): void
  /** It has not drained for too long. */
  giveUp(): void
}

/**
 * What goes out on one socket (SY5). Invariants:
 * 1. Memory is bounded: a socket that doesn't drain gets no more frames; when it has drained, one diff from its state.
 * 2. What is handed over is in order, so a client that fell behind misses nothing and gets nothing twice.
 */
export class Outbox {
  readonly #socket: Socket
  readonly #clock: Clock
  readonly #catchUp: CatchUp
  #behind: { readonly since: Uint8Array; readonly at: number } | null = null
  #stored: number | null = null
  #stopPolling: () => void = () => {}
  /** Whether anything went out since the last look of {@link takeHeard}. */
  #heard = true

  constructor(socket: Socket, clock: Clock, catchUp: CatchUp) {
    this.#socket = socket
    this.#clock = clock
    this.#catchUp = catchUp
  }

  /** Sends a frame that belongs to the conversation itself: answers, refusals. There are few of them. */
  send(frame: Uint8Array): void {
    this.#heard = true
    this.#socket.send(frame)
  }

  /** Sends news of the room: all that is news at this moment; passed over while behind. */
  sendNews(frame: Uint8Array): void {
    if (this.#behind !== null) return
    this.send(frame)
    if (this.#socket.bufferedBytes > MAX_BEHIND_BYTES) this.#fallBehind()
  }

  /** Says how many update frames are on disk; only the newest count matters. */
  sendStored(count: number): void {
    if (this.#behind === null) this.send(storedFrame(count))
    else this.#stored = count
  }

  /** Tells whether anything went out since it was asked before. */
  takeHeard(): boolean {
    const heard = this.#heard
    this.#heard = false
    return heard
  }

  /** Ends its timer. */
  close(): void {
    this.#stopPolling()
    this.#behind = null
  }

  #fallBehind(): void {
    this.#behind = { since: this.#catchUp.vector(), at: this.#clock.now() }
    this.#poll()
  }

  #poll(): void {
    this.#stopPolling = this.#clock.after(CATCH_UP_POLL_MS, () => {
      const behind = this.#behind
      if (behind === null) return
      if (this.#socket.bufferedBytes > DRAINED_BYTES) {
        if (this.#clock.now() - behind.at > MAX_BEHIND_MS) this.#catchUp.giveUp()
        else this.#poll()
        return
      }
      this.#behind = null
      this.#catchUp.catchUp(behind.since)
      if (this.#stored !== null) this.sendStored(this.#stored)
      this.#stored = null
    })
  }
}
