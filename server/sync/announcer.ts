import type { RoomName } from '../../shared/ids/ids.ts'
import { FAR_PRESENCE_MS, NEAR_PRESENCE_MS } from '../../shared/limits/sync-limits.ts'
import type { Participant } from './participant.ts'
import type { Clock } from './ports.ts'
import type { Presence } from './presence.ts'

/** Tells a room's participants who is where: coalesced to one frame, the newest of each (SY4). */
export class Announcer {
  readonly #clock: Clock
  readonly #presence: Presence
  readonly #participants: Iterable<Participant>
  /** The ledger's presence tells of other pages, all others' of one's own. */
  readonly #isFar: boolean
  #stop: (() => void) | null = null

  constructor(room: RoomName, clock: Clock, presence: Presence, participants: Iterable<Participant>) {
    this.#clock = clock
    this.#presence = presence
    this.#participants = participants
    this.#isFar = room.endsWith('/ledger')
  }

  /** Has what changed told, with the next news of the text or in a moment. */
  announce(): void {
    this.#stop ??= this.#clock.after(this.#isFar ? FAR_PRESENCE_MS : NEAR_PRESENCE_MS, () => this.#tell())
  }

  /** News of the text is leaving: the carets behind its words leave in the same write. */
  goWithText(): void {
    if (!this.#isFar && this.#stop !== null) this.#tell()
  }

  /** Nothing is told any more. */
  close(): void {
    this.#stop?.()
    this.#stop = null
  }

  #tell(): void {
    this.close()
    const news = this.#presence.takeChanges()
    if (news === null) return
    for (const participant of this.#participants)
      participant.sendFact(participant.remembersPeople ? news.brief : news.whole)
  }
}
