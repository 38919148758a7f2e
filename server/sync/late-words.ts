import { nanoid } from 'nanoid'
import * as Y from 'yjs'
import type { RoomName } from '../../shared/ids/ids.ts'
import { MAX_LATE_BYTES } from '../../shared/limits/sync-limits.ts'
import type { LateWords } from '../journal/journal.ts'
import { RefusedUpdate } from './incoming.ts'
import type { Participant, Received } from './participant.ts'
import type { RoomDocument } from './room-document.ts'

/** Words of one connection that came too late, and whether they are kept. */
export interface LateSender {
  readonly from: Participant
  readonly kept: LateWords | null
}

/** Collects, during one tick, what members send who may not write any more (SY11). */
export class LateCollector {
  readonly #updates = new Map<Participant, Uint8Array[]>()

  /** Takes an update whose sender may not write: the first that was refused so, and whatever comes behind it. */
  add({ from, update }: Received): void {
    const updates = this.#updates.get(from) ?? []
    updates.push(update)
    this.#updates.set(from, updates)
  }

  /** Whether a sender's words came too late in this tick: what it sends builds on them. */
  has(from: Participant): boolean {
    return this.#updates.has(from)
  }

  /** Says of each sender whether its words are kept: only what the gate would have let in, had it come in time. */
  settle(room: RoomName, document: RoomDocument, at: number): LateSender[] {
    return [...this.#updates].map(([from, updates]) => {
      const kept = keep(room, document, from, updates, at)
      return { from, kept }
    })
  }
}

function keep(
  room: RoomName,
  document: RoomDocument,
  { member, mayBeLate }: Participant,
  updates: readonly Uint8Array[],
  at: number,
): LateWords | null {
  if (!mayBeLate && !document.hasWritten(member.id)) return null
  if (updates.reduce((sum, { length }) => sum + length, 0) > MAX_LATE_BYTES) return null
  try {
    const update = updates.length === 1 ? (updates[0] as Uint8Array) : Y.mergeUpdates([...updates])
    return document.wouldAdmit(update, member.id)
      ? { id: nanoid(), room, member: member.id, at, update }
      : null
  } catch (error) {
    if (error instanceof RefusedUpdate) return null
    throw error
  }
}
