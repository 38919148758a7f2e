/** A connection's socket, as the sync server needs it: `ws` in production, a fake in the simulation. */
export interface Socket {
  /** Sends one frame; does nothing on a socket that is closing. */
  send(frame: Uint8Array): void
  close(code: number, reason: string): void
  /** Bytes handed over and not yet taken by the network. */
  readonly bufferedBytes: number
}

/** Time, so that the simulation can rule it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Milliseconds with fractions, from any start, never set back: for how long something took. */
  elapsed(): number
  /** Calls back once after `ms`; gives the way to call it off. */
  after(ms: number, callback: () => void): () => void
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}
