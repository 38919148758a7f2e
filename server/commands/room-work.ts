import type * as Y from 'yjs'
import type { MemberId, RoomName } from '../../shared/ids/ids.ts'
import type { Move, MoveMap } from '../../shared/text/moves.ts'
import type { Binding, Delegation, LateWords, RoomMove, SettledWords } from '../journal/journal.ts'
import { RefusedUpdate } from '../sync/incoming.ts'
import type { Room } from '../sync/room.ts'
import { factsOf } from '../sync/room-batch.ts'
import type { Applied } from '../sync/room-document.ts'
import type { Work } from './commands.ts'

/** A command's work on rooms that are held for it. Collects what it changes. */
export class RoomWork implements Work {
  readonly at: number
  readonly #rooms: ReadonlyMap<RoomName, Room>
  readonly #updates = new Map<RoomName, Uint8Array[]>()
  readonly #delegations = new Map<RoomName, Delegation[]>()

  readonly #admitted: { room: RoomName; member: MemberId; update: Uint8Array }[] = []
  readonly bindings: Binding[] = []
  readonly moves: RoomMove[] = []
  readonly settled: SettledWords[] = []

  constructor(rooms: ReadonlyMap<RoomName, Room>, at: number) {
    this.#rooms = rooms
    this.at = at
  }

  doc(room: RoomName): Y.Doc {
    return this.#of(room).document.doc
  }

  write(room: RoomName, change: (transaction: Y.Transaction, doc: Y.Doc) => void): void {
    const updates = this.#updates.get(room) ?? []
    // Set before the change: one that throws halfway has changed the document too.
    this.#updates.set(room, updates)
    const update = this.#of(room).document.change((doc, transaction) => change(transaction, doc))
    if (update !== null) updates.push(update)
  }

  writeAs(room: RoomName, author: MemberId | null, via: string, insert: () => void): void {
    if (author === null) {
      insert()
      return
    }
    const { document } = this.#of(room)
    const { client, isNew } = document.delegate(author, via)
    if (isNew) this.#delegate({ room, client, author, via })
    document.as(client, insert)
  }

  recordMoves(room: RoomName, moves: readonly Move[]): void {
    this.#markChanged(room)
    for (const move of moves) {
      this.#of(room).document.keepMove(move)
      this.moves.push({ room, ...move })
    }
  }

  admitLate({ room, member, update }: LateWords): boolean {
    const applied = this.#admit(room, member, update)
    if (applied === null) return false
    this.#markChanged(room)
    this.#admitted.push({ room, member, update: applied.update })
    const { bindings, delegations, moves } = factsOf(room, member, applied)
    this.bindings.push(...bindings)
    this.moves.push(...moves)
    if (applied.followed !== null) this.#updates.get(room)?.push(applied.followed.update)
    for (const delegation of delegations) this.#delegate(delegation)
    return true
  }

  settle({ room, id }: LateWords, outcome: SettledWords['outcome']): void {
    this.settled.push({ id, outcome })
    this.#of(room).settleLate(id)
  }

  authorship(room: RoomName): { memberOf(client: number): MemberId | null; readonly moves: MoveMap } {
    const { document } = this.#of(room)
    return { memberOf: (client) => document.typistOf(client), moves: document.moves }
  }

  hasChanged(room: RoomName): boolean {
    return this.#updates.has(room)
  }

  updatesOf(room: RoomName): readonly Uint8Array[] {
    return this.#updates.get(room) ?? []
  }

  admittedTo(room: RoomName): readonly { readonly member: MemberId; readonly update: Uint8Array }[] {
    return this.#admitted.filter((each) => each.room === room)
  }

  factsOf(room: RoomName): { bindings: readonly Binding[]; moves: readonly RoomMove[] } {
    const isHere = (fact: { readonly room: RoomName }): boolean => fact.room === room
    return { bindings: this.bindings.filter(isHere), moves: this.moves.filter(isHere) }
  }

  delegationsOf(room: RoomName): readonly Delegation[] {
    return this.#delegations.get(room) ?? []
  }

  #admit(room: RoomName, member: MemberId, update: Uint8Array): Applied | null {
    try {
      return this.#of(room).document.apply(update, member, true)
    } catch (error) {
      // A refusal changed nothing; anything else may have.
      if (!(error instanceof RefusedUpdate)) this.#markChanged(room)
      throw error
    }
  }

  #delegate(delegation: Delegation): void {
    const delegations = this.#delegations.get(delegation.room) ?? []
    delegations.push(delegation)
    this.#delegations.set(delegation.room, delegations)
  }

  #markChanged(room: RoomName): void {
    this.#updates.set(room, this.#updates.get(room) ?? [])
  }

  #of(name: RoomName): Room {
    const room = this.#rooms.get(name)
    if (room === undefined) throw new Error(`The command did not name ${name}.`)
    return room
  }
}
