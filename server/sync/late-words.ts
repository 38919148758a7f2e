import { nanoid } from 'nanoid'
import * as Y from 'yjs'
import type { MemberId, RoomName } from '../../shared/ids/ids.ts'
import {
  MAX_LATE_BYTES,
  MAX_LATE_BYTES_PER_MEMBER,
  MAX_LATE_PER_MEMBER,
} from '../../shared/limits/sync-limits.ts'
import type { Binding, LateWords } from '../journal/journal.ts'
import type { Participant, Received } from './participant.ts'
import type { RoomDocument } from './room-document.ts'

/** Words of one connection that came too late; `kept`: what is to be written, or null when they are not kept. */
export interface LateSender {
  readonly from: Participant
  readonly kept: { readonly words: LateWords; readonly bindings: readonly Binding[] } | null
}

interface Sent {
  readonly id: string
  readonly updates: Uint8Array[]
  bytes: number
  isFresh: boolean
}

/** Where a room's late words are kept, and how much of them there is. */
interface LateStore {
  readonly room: RoomName
  readonly document: RoomDocument
  /** Gives the undecided late words of the room. */
  read(): Promise<readonly LateWords[]>
  /** Called once they are known: what was collected can be settled. */
  onKnown(): void
  /** Whether a sender is still connected. */
  isHere(from: Participant): boolean
}

/**
 * Collects what members send who may not write any more (SY11). Invariants:
 * 1. All that one connection sends from then on is one: it builds on what came before.
 * 2. Only what the gate would have let in is kept, and of one member no more than the limits say.
 */
export class LateDesk {
  readonly #store: LateStore
  readonly #senders = new Map<Participant, Sent>()
  /** Undecided words by member; null until they are asked for the first time. */
  #known: readonly LateWords[] | null = null
  #isAsking = false

  constructor(store: LateStore) {
    this.#store = store
  }

  /** Takes an update whose sender may not write: the first that was refused so, and whatever comes behind it. */
  add({ from, update }: Received): void {
    const sent = this.#senders.get(from) ?? { id: nanoid(), updates: [], bytes: 0, isFresh: true }
    sent.bytes += update.length
    // Past the limit nothing of it is kept: no need to hold it.
    if (sent.bytes <= MAX_LATE_BYTES) sent.updates.push(update)
    sent.isFresh = true
    this.#senders.set(from, sent)
  }

  /** Whether a sender's words came too late: what it sends builds on them. */
  has(from: Participant): boolean {
    return this.#senders.has(from)
  }

  /** The chair has decided about words: they count no more. */
  decide(id: string): void {
    this.#known = this.#known?.filter((each) => each.id !== id) ?? null
  }

  /** The connection is gone. */
  forget(from: Participant): void {
    this.#senders.delete(from)
  }

  /** Says of each sender with something new whether its words are kept. Empty until the store is known. */
  settle(at: number): LateSender[] {
    const fresh = [...this.#senders].filter(([, sent]) => sent.isFresh)
    if (fresh.length === 0) return []
    if (this.#known === null) {
      this.#ask()
      return []
    }
    return fresh.map(([from, sent]) => {
      sent.isFresh = false
      // It left before its words were looked at: nothing of it will come any more.
      if (!this.#store.isHere(from)) this.#senders.delete(from)
      return { from, kept: this.#keep(from, sent, at) }
    })
  }

  #ask(): void {
    if (this.#isAsking) return
    this.#isAsking = true
    const done = (known: readonly LateWords[] | null): void => {
      this.#isAsking = false
      this.#known = known
      // Unknown: it is asked again with the next frame; nothing is refused that could be kept.
      if (known !== null) this.#store.onKnown()
    }
    this.#store.read().then(done, () => done(null))
  }

  #keep({ member, mayBeLate }: Participant, sent: Sent, at: number): LateSender['kept'] {
    const { room, document } = this.#store
    if (!mayBeLate && !document.hasWritten(member.id)) return null
    if (sent.bytes > MAX_LATE_BYTES || !this.#hasRoom(member.id, sent)) return null
    try {
      const [first] = sent.updates
      const update = sent.updates.length === 1 && first !== undefined ? first : Y.mergeUpdates(sent.updates)
      const clients = document.wouldAdmit(update, member.id)
      if (clients === null) return null
      const words: LateWords = { id: sent.id, room, member: member.id, at, update }
      this.#known = [...(this.#known ?? []).filter(({ id }) => id !== sent.id), words]
      return { words, bindings: clients.map((client) => ({ room, client, member: member.id })) }
    } catch {
      // No update at all, or one that the gate refuses.
      return null
    }
  }

  #hasRoom(member: MemberId, { id, bytes }: Sent): boolean {
    const others = (this.#known ?? []).filter((each) => each.member === member && each.id !== id)
    const used = others.reduce((sum, { update }) => sum + update.length, 0)
    return others.length < MAX_LATE_PER_MEMBER && used + bytes <= MAX_LATE_BYTES_PER_MEMBER
  }
}
