import { Random } from '../../fuzz/random.ts'
import type { Deliveries } from './deliveries.ts'
import type { Typist } from './typist.ts'

/** How long several people type, and how fast. */
export interface Typing {
  readonly typists: readonly Typist[]
  /** Edits a second, all together. */
  readonly perSecond: number
  readonly ms: number
  /** How many are to receive each edit; 0: it is not measured. */
  readonly receivers: number
}

/** A caret is shown with each edit, but not more than ten times a second: nobody can follow it faster. */
const CURSOR_EVERY_MS = 95
/** What this process could not send in time is made up for only so far: a typist is late, but never bursts. */
const MAKES_UP_MS = 50

/**
 * Has people type at uneven intervals, as fingers do, so that no edit keeps step with a server's tick. Resolves with
 * how many edits were sent: fewer than asked for when this machine can't send so many.
 */
export function typeFor(
  { typists, perSecond, ms, receivers }: Typing,
  deliveries: Deliveries,
): Promise<number> {
  const random = new Random(1)
  const meanMs = (1000 * typists.length) / perSecond
  const started = performance.now()
  const lanes = typists.map((typist) => ({
    typist,
    nextAt: started + random.next() * meanMs,
    cursorAt: Number.NEGATIVE_INFINITY,
  }))
  let sent = 0
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const now = performance.now()
      if (now - started > ms) {
        clearInterval(timer)
        resolve(sent)
        return
      }
      for (const lane of lanes) {
        lane.nextAt = Math.max(lane.nextAt, now - MAKES_UP_MS)
        for (; lane.nextAt <= now; lane.nextAt += meanMs * (0.5 + random.next())) {
          deliveries.sent(lane.typist.clientID, performance.now(), receivers)
          lane.typist.type()
          sent++
          if (now - lane.cursorAt < CURSOR_EVERY_MS) continue
          lane.typist.showCursor()
          lane.cursorAt = now
        }
      }
    }, 1)
  })
}
