import * as Y from 'yjs'
import type { RoomName } from '../../shared/ids/ids.ts'
import { SNAPSHOT_EVERY } from '../../shared/limits/sync-limits.ts'
import { jsonFrame, MESSAGE, syncFrame } from '../../shared/protocol/messages.ts'
import type { Binding, Cause, Journal, LateWords, NewEntry, StoredRoom } from '../journal/journal.ts'
import { Announcer } from './announcer.ts'
import { authorshipFacts } from './authorship-facts.ts'
import type { Committer } from './committer.ts'
import { Doorway } from './doorway.ts'
import { RefusedUpdate } from './incoming.ts'
import { LateDesk } from './late-words.ts'
import type { Participant, Received, RoomFault } from './participant.ts'
import type { Clock } from './ports.ts'
import { Presence } from './presence.ts'
import { Brought, type InFlight, NOTHING, type Prepared } from './room-batch.ts'
import { BrokenDocument, type RoomDocument } from './room-document.ts'
import { RoomStopped } from './room-stopped.ts'
import { WaitingUpdates } from './waiting-updates.ts'

/** What a room needs around it. */
export interface RoomContext {
  readonly journal: Journal
  readonly committer: Committer
  readonly clock: Clock
  readonly log: (event: string, detail: Readonly<Record<string, unknown>>) => void
  /** Called when the last participant has left or the room has stopped. */
  readonly onIdle: (room: Room) => void
}

/** Refusals that only say that something before is still missing. */
const BUILDS_ON_MORE: ReadonlySet<string> = new Set(['clock-gap', 'unknown-reference', 'unknown-deletion'])

/**
 * One live document with its participants. Invariants:
 * 1. Nothing leaves that contains an unsynced update (SY1): updates wait in `queue` while a batch is in flight, and
 *    what is read is read when none is.
 * 2. What the batch of a failed write held is gone with the room: it is loaded again from the journal.
 */
export class Room {
  readonly name: RoomName
  readonly document: RoomDocument
  readonly participants = new Set<Participant>()
  readonly presence = new Presence()
  readonly #context: RoomContext
  #seq: number
  readonly epoch: number
  #snapshotSeq: number
  readonly #queue = new WaitingUpdates()
  // What came last from a connection may be judged after it has gone: these sets keep nobody.
  /** Connections whose answer has been taken in; before it, what they type may build on what is still to come. */
  readonly #answered = new WeakSet<Participant>()
  /** Connections of which a frame was passed over because their answer will bring it: nothing is acknowledged yet. */
  readonly #lagging = new WeakSet<Participant>()
  #inFlight: InFlight | null = null
  #waiting: { readonly read: () => void; readonly lost: () => void }[] = []
  readonly #doorway: Doorway
  readonly #late: LateDesk
  #stopped = false
  readonly #announcer: Announcer

  constructor(name: RoomName, document: RoomDocument, stored: StoredRoom | null, context: RoomContext) {
    this.name = name
    this.document = document
    this.#context = context
    this.#seq = stored?.seq ?? 0
    this.epoch = stored?.epoch ?? 1
    this.#snapshotSeq = stored?.snapshot?.seq ?? 0
    this.#late = new LateDesk({
      room: name,
      document,
      read: () => context.journal.lateWords(name),
      onKnown: () => context.committer.schedule(this),
      isHere: (from) => this.participants.has(from),
    })
    this.#doorway = new Doorway(context.clock, (read) => this.whenStored(read))
    this.#announcer = new Announcer(name, context.clock, this.presence, this.participants)
  }

  /** Whether everything in it is on disk and nobody waits: only then may it leave memory (RM4). */
  get isQuiet(): boolean {
    return this.#queue.length === 0 && this.#inFlight === null && this.#waiting.length === 0
  }

  get isStopped(): boolean {
    return this.#stopped
  }

  join(participant: Participant): void {
    this.participants.add(participant)
  }

  leave(participant: Participant): void {
    if (!this.participants.delete(participant)) return
    this.#answered.delete(participant)
    this.#lagging.delete(participant)
    this.#late.forget(participant)
    this.presence.leave(participant)
    this.announcePresence()
    if (this.participants.size === 0) this.#context.onIdle(this)
  }

  /** Late words of this room were decided about. */
  settleLate(id: string): void {
    this.#late.decide(id)
  }

  /** Takes an update frame; it is judged, written and sent on with the next tick. */
  receive(received: Received): void {
    if (this.#stopped) return
    if (this.#queue.add(received)) this.#context.committer.schedule(this)
    else received.from.interrupt('storage-failed')
  }

  /** Has a participant's question answered: a few at a time, so that typing goes on meanwhile (SY6). */
  ask(participant: Participant, vector: Uint8Array): void {
    this.#doorway.ask(participant, vector)
  }

  /** Runs a read as soon as all that the document holds is on disk; `lost` instead when the room stops before. */
  whenStored(read: () => void, lost: () => void = () => {}): void {
    if (this.#stopped) lost()
    else if (this.#inFlight === null) read()
    else this.#waiting.push({ read, lost })
  }

  /**
   * Keeps every tick and every other writer out, for a change of the server's own, until `commit`, `release` or `stop`.
   * Rejects when the room stops before.
   */
  hold(): Promise<void> {
    return new Promise((resolve, reject) => {
      const lost = (): void => reject(new RoomStopped(this.name))
      const take = (): void => {
        // Of two that waited, the first one has it now.
        if (this.#inFlight !== null) this.#waiting.push({ read: take, lost })
        else {
          this.#inFlight = NOTHING
          resolve()
        }
      }
      this.whenStored(take, lost)
    })
  }

  /** Lets a held room go on: nothing of it was changed. */
  release(): void {
    if (!this.#stopped && this.#inFlight === NOTHING) this.committed(this.#seq)
  }

  /** Says what the holder's batch brings of this room, before it is written. Gives the last seq to expect. */
  prepareHeld(
    updates: readonly Uint8Array[],
    facts: Partial<Pick<InFlight, 'bindings' | 'delegations' | 'moves'>> = {},
  ): number {
    const sent = updates.map((update) => ({ update, from: null }))
    this.#inFlight = { ...NOTHING, ...facts, updates: sent, acks: new Map() }
    return this.#seq
  }

  /** Judges what waits and applies what is admitted. Called by the committer, when no batch is in flight. */
  prepare(): Prepared | null {
    // A write of the server's own is under way: it schedules the room again when it is done.
    if (this.#stopped || this.#inFlight !== null) return null
    const acks = new Map<Participant, number>()
    const brought = new Brought(this.name)
    for (const received of this.#queue.takeAll()) {
      const { from, count } = received
      const applied = this.#late.has(from) ? 'late' : this.#judge(received)
      if (applied === 'late') this.#late.add(received)
      if (applied === 'refused' || applied === 'late') continue
      if (applied === 'broken') return null
      if (!this.#lagging.has(from)) acks.set(from, count)
      if (applied === null) continue
      brought.add(applied, from, this.#context.clock.now())
    }
    const lateWords = this.#keepLate()
    if (brought.entries.length === 0 && lateWords.length === 0) {
      for (const [participant, count] of acks) participant.stored(count)
      return null
    }
    for (const late of lateWords) brought.bindings.push(...late.bindings)
    const { updates, entries, bindings, delegations, moves } = brought
    this.#inFlight = { updates, acks, bindings, delegations, moves, late: lateWords.map(({ from }) => from) }
    const words = lateWords.map((late) => late.words)
    return { entries, bindings, delegations, moves, lateWords: words, expected: this.#seq }
  }

  /** The batch is on disk: everybody may see it. */
  committed(seq: number): void {
    const batch = this.#inFlight
    this.#inFlight = null
    this.#seq = seq
    if (batch !== null) {
      if (batch.updates.length > 0) this.#broadcast(batch.updates)
      this.#announcer.goWithText()
      this.#tellAuthorship(batch)
      for (const [participant, count] of batch.acks) participant.stored(count)
      this.#refuseLate(batch.late)
    }
    this.#runWaiting()
    if (this.#queue.length > 0) this.#context.committer.schedule(this)
    if (seq - this.#snapshotSeq >= SNAPSHOT_EVERY) this.keepSnapshot()
    if (this.participants.size === 0) this.#context.onIdle(this)
  }

  /** The batch is not on disk, or the document is broken: nobody sees it, the senders deliver again. */
  stop(fault: RoomFault): void {
    if (this.#stopped) return
    this.#stopped = true
    this.#queue.takeAll()
    this.#inFlight = null
    for (const { lost } of this.#waiting.splice(0)) lost()
    for (const participant of [...this.participants]) participant.interrupt(fault)
    this.participants.clear()
    this.dispose()
    this.#context.onIdle(this)
  }

  /** Writes a change of the server's own, now: it is in the journal before anybody sees it. */
  async write(cause: Cause, change: (doc: Y.Doc) => void): Promise<void> {
    await this.hold()
    const update = this.#changeHeld(change)
    if (update === null) {
      this.release()
      return
    }
    const entry: NewEntry = { room: this.name, at: this.#context.clock.now(), member: null, cause, update }
    const expected = new Map([[this.name, this.prepareHeld([update])]])
    try {
      const seqs = await this.#context.journal.append({ entries: [entry], facts: {}, expected })
      this.committed(seqs.get(this.name) ?? this.#seq + 1)
    } catch (error) {
      this.#context.committer.failed([this], error)
      throw error
    }
  }

  /** A change that breaks down halfway is nowhere but in memory: the room is loaded again. */
  #changeHeld(change: (doc: Y.Doc) => void): Uint8Array | null {
    try {
      return this.document.change(change)
    } catch (error) {
      this.stop('broken')
      throw error
    }
  }

  /** Keeps the state as it is on disk, so that the next opening reads no tail (JR1). */
  keepSnapshot(): void {
    if (this.#inFlight !== null || this.#seq === this.#snapshotSeq) return
    const seq = this.#seq
    this.#snapshotSeq = seq
    const state = Y.encodeStateAsUpdate(this.document.doc)
    this.#context.journal.keepSnapshot(this.name, { seq, state }).catch((error: unknown) => {
      this.#context.log('snapshot-failed', { room: this.name, error: String(error) })
    })
  }

  /** Has presence told that changed (SY4). */
  announcePresence(): void {
    if (!this.#stopped) this.#announcer.announce()
  }

  /** Lets go of document and timers. */
  dispose(): void {
    this.#stopped = true
    this.#announcer.close()
    this.#doorway.close()
    for (const { lost } of this.#waiting.splice(0)) lost()
    this.document.destroy()
  }

  #judge({ from, update, isAnswer, mayRemove }: Received): ReturnType<RoomDocument['apply']> | Judgement {
    try {
      const applied = this.document.apply(update, from.member.id, from.mayWrite, mayRemove)
      if (isAnswer) {
        this.#answered.add(from)
        this.#lagging.delete(from)
      }
      return applied
    } catch (error) {
      if (error instanceof RefusedUpdate) return this.#refuse(from, error)
      this.#context.log('broken', {
        room: this.name,
        error: String(error),
        isOurs: error instanceof BrokenDocument,
      })
      this.stop('broken')
      return 'broken'
    }
  }

  #refuse(from: Participant, error: RefusedUpdate): 'refused' | 'late' {
    if (error.refusal === 'read-only') return 'late'
    // Typed after the socket opened and before the client answered what the server lacked: the answer holds it too.
    if (BUILDS_ON_MORE.has(error.refusal) && !this.#answered.has(from)) {
      this.#lagging.add(from)
      return 'refused'
    }
    this.#context.log('refused', { room: this.name, refusal: error.refusal })
    from.refuse(error)
    return 'refused'
  }

  /** Refuses at once those whose late words are not kept; gives the others, who hear of it once they are on disk. */
  #keepLate(): { from: Participant; words: LateWords; bindings: readonly Binding[] }[] {
    const written: { from: Participant; words: LateWords; bindings: readonly Binding[] }[] = []
    for (const { from, kept } of this.#late.settle(this.#context.clock.now())) {
      this.#context.log('refused', { room: this.name, refusal: 'read-only', late: kept !== null })
      if (kept === null) from.refuse(tooLate())
      else written.push({ from, ...kept })
    }
    return written
  }

  /** Their words are on disk: they are told, once nothing more of theirs waits to be kept with them. */
  #refuseLate(senders: readonly Participant[]): void {
    for (const sender of senders) if (!this.#queue.has(sender)) sender.refuse(tooLate(), true)
  }

  #broadcast(updates: readonly { update: Uint8Array; from: Participant | null }[]): void {
    const bytes = updates.map(({ update }) => update)
    const frame = syncFrame(2, bytes.length === 1 ? (bytes[0] as Uint8Array) : Y.mergeUpdates(bytes))
    const author = updates.every(({ from }) => from === updates[0]?.from) ? updates[0]?.from : null
    for (const participant of this.participants) {
      if (participant !== author && participant.follows) participant.sendText(frame)
    }
  }

  #tellAuthorship({ bindings, delegations, moves }: InFlight): void {
    if (bindings.length + delegations.length + moves.length === 0) return
    let frame: Uint8Array | null = null
    for (const participant of this.participants) {
      if (!participant.watchesAuthorship) continue
      frame ??= jsonFrame(MESSAGE.authorship, authorshipFacts(bindings, delegations, moves))
      participant.sendFact(frame)
    }
  }

  #runWaiting(): void {
    for (const { read } of this.#waiting.splice(0)) read()
  }
}

/** Why an update brought nothing: refused at once, kept until the chair decides, or the room is broken. */
type Judgement = 'refused' | 'late' | 'broken'

function tooLate(): RefusedUpdate {
  return new RefusedUpdate('read-only', 'This member may read here, not write.')
}
