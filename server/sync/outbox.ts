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
  /** Sends the text since a state vector, in one diff. */
  catchUp(since: Uint8Array): void
  /** Sends what else it missed or asked for: who is here, who typed what. */
  catchUpFacts(): void
  /** It has not drained for too long. */
  giveUp(): void
}

/**
 * What goes out on one socket (SY5). Invariants:
 * 1. Memory is bounded: a socket that doesn't drain gets no more frames; when it has drained, one diff from its state.
 * 2. What of the text is handed over is in order. Whoever falls behind does so with a frame of the text, sent while all
 *    that the room holds is on disk, so the state vector of that moment is what the client has.
 */
export class Outbox {
  readonly #socket: Socket
  readonly #clock: Clock
  readonly #catchUp: CatchUp
  /** What the client has of the text, once it gets no more. */
  #since: Uint8Array | null = null
  #lacksFacts = false
  #stored: number | null = null
  #pollingFrom: number | null = null
  #stopPolling: () => void = () => {}
  #heard = true

  constructor(socket: Socket, clock: Clock, catchUp: CatchUp) {
    this.#socket = socket
    this.#clock = clock
    this.#catchUp = catchUp
  }

  /** Sends a small frame that belongs to the conversation itself: hello, refusals, the first question. */
  send(frame: Uint8Array): void {
    this.#heard = true
    this.#socket.send(frame)
  }

  /** Sends news of the text, all that is news when everything is on disk; `vector` is the state that it leads to. */
  sendText(frame: Uint8Array, vector: () => Uint8Array): void {
    if (this.#since !== null) return
    this.send(frame)
    if (!this.#isFull) return
    this.#since = vector()
    this.#poll()
  }

  /** Sends what a client lacks that has `asked`; later, if it does not read. */
  sendAnswer(frame: Uint8Array, asked: Uint8Array, vector: () => Uint8Array): void {
    if (this.#since === null) this.sendText(frame, vector)
    else this.#since = asked
  }

  /** Sends a fact that a later one replaces, such as who is here; passed over while the socket is full. */
  sendFact(frame: Uint8Array): void {
    if (this.#since === null && !this.#isFull) this.send(frame)
    else this.askFacts()
  }

  /** Has all facts sent, in a moment: however often it is asked for, once. */
  askFacts(): void {
    this.#lacksFacts = true
    this.#poll()
  }

  /** Says how many update frames are on disk; only the newest count matters. */
  sendStored(count: number): void {
    if (this.#since === null) this.send(storedFrame(count))
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
    this.#pollingFrom = null
    this.#since = null
    this.#lacksFacts = false
  }

  get #isFull(): boolean {
    return this.#socket.bufferedBytes > MAX_BEHIND_BYTES
  }

  #poll(): void {
    if (this.#pollingFrom !== null) return
    const from = this.#clock.now()
    this.#pollingFrom = from
    const look = (): void => {
      this.#stopPolling = this.#clock.after(CATCH_UP_POLL_MS, () => {
        if (this.#socket.bufferedBytes <= DRAINED_BYTES) this.#giveAll()
        else if (this.#clock.now() - from > MAX_BEHIND_MS) this.#catchUp.giveUp()
        else look()
      })
    }
    look()
  }

  #giveAll(): void {
    const since = this.#since
    const lacksFacts = this.#lacksFacts || since !== null
    const stored = this.#stored
    this.#pollingFrom = null
    this.#since = null
    this.#lacksFacts = false
    this.#stored = null
    if (since !== null) this.#catchUp.catchUp(since)
    if (lacksFacts) this.#catchUp.catchUpFacts()
    if (stored !== null) this.sendStored(stored)
  }
}
