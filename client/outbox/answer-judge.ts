import { ApiError } from '../api/api-error.ts'
import type { Ways } from './entry.ts'

/** How a room's socket stands, and since when. */
export interface RoomLink {
  readonly isOnline: boolean
  readonly since: number
}

/** What the judge looks at beside the answer. */
export interface Circumstances {
  now(): number
  /** By the part of a room's name after the meeting; null: it is not open here, so nothing of it waits. */
  linkOf(room: string): RoomLink | null
}

/**
 * `done`: it was carried out before. `later`: nothing can be sent now. `aside`: what is of the same thing waits, the rest
 * goes on. `refused`: somebody has to look.
 */
export type Verdict = 'done' | 'later' | 'aside' | 'refused'

/** Words that were not taken after this long with a connection are not on their way. */
const WORDS_WITHIN_MS = 60_000
/** A server that stumbles over a wish as often as this will stumble over it again. */
const MOST_STUMBLES = 5

/** Says what an answer that is no yes means for a wish. */
export class AnswerJudge {
  readonly #circumstances: Circumstances
  /** When the server first did not know the words of an entry's passage. */
  readonly #early = new Map<string, number>()
  readonly #stumbles = new Map<string, number>()

  constructor(circumstances: Circumstances) {
    this.#circumstances = circumstances
  }

  judge(error: unknown, id: string, { makes, textRoom }: Ways): Verdict {
    if (!(error instanceof ApiError)) return this.#stumble(id)
    const { code, status } = error
    // Ids are random and made here: what is there under them is this very wish, carried out without our hearing of it.
    if (code === 'id-taken' && makes !== null) return 'done'
    if (code === 'passage-unknown') return this.#isEarly(id, textRoom) ? 'aside' : 'refused'
    if (status === 500 && code === 'internal') return this.#stumble(id)
    return comesBack(status) ? 'later' : 'refused'
  }

  /** The next answer is judged as the first one. */
  startAgain(id: string): void {
    this.#early.delete(id)
    this.#stumbles.delete(id)
  }

  #stumble(id: string): Verdict {
    const count = (this.#stumbles.get(id) ?? 0) + 1
    this.#stumbles.set(id, count)
    return count < MOST_STUMBLES ? 'aside' : 'refused'
  }

  /** The words that a passage stands on travel in a room, and may arrive later: as long as it has no connection. */
  #isEarly(id: string, textRoom: string | null): boolean {
    const now = this.#circumstances.now()
    const first = this.#early.get(id) ?? now
    this.#early.set(id, first)
    const link = textRoom === null ? null : this.#circumstances.linkOf(textRoom)
    if (link?.isOnline === false) return true
    return now - Math.max(first, link?.since ?? first) < WORDS_WITHIN_MS
  }
}

/** No answer, or one that the next try may not get: too many questions, a sign-in that ended, a server in trouble. */
function comesBack(status: number): boolean {
  return status === 0 || status === 401 || status === 408 || status === 429 || status >= 500
}
