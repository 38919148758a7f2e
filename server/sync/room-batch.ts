import type { RoomName } from '../../shared/ids/ids.ts'
import type { Binding, Delegation, LateWords, NewEntry, RoomMove } from '../journal/journal.ts'
import type { Participant } from './participant.ts'
import type { Applied } from './room-document.ts'

/** What a room hands to the journal in one tick. */
export interface Prepared {
  readonly entries: readonly NewEntry[]
  readonly bindings: readonly Binding[]
  readonly delegations: readonly Delegation[]
  readonly moves: readonly RoomMove[]
  readonly lateWords: readonly LateWords[]
  readonly expected: number
}

/** What a batch under way holds of this room. */
export interface InFlight {
  readonly updates: { update: Uint8Array; from: Participant | null }[]
  readonly acks: Map<Participant, number>
  readonly bindings: readonly Binding[]
  readonly delegations: readonly Delegation[]
  readonly moves: readonly RoomMove[]
  /** Senders to be refused once their words are kept. */
  readonly late: readonly Participant[]
}

/** What is held for a change of the server's own that is not made yet. */
export const NOTHING: InFlight = {
  updates: [],
  acks: new Map(),
  bindings: [],
  delegations: [],
  moves: [],
  late: [],
}

/** Collects what the admitted updates of a tick bring. */
export class Brought {
  readonly updates: { update: Uint8Array; from: Participant | null }[] = []
  readonly entries: NewEntry[] = []
  readonly bindings: Binding[] = []
  readonly delegations: Delegation[] = []
  readonly moves: RoomMove[] = []
  readonly #room: RoomName

  constructor(room: RoomName) {
    this.#room = room
  }

  /** Takes an update with what the server wrote because of it. */
  add({ update, clients, moves, followed }: Applied, from: Participant, at: number): void {
    const room = this.#room
    const member = from.member.id
    this.updates.push({ update, from })
    this.entries.push({ room, at, member, cause: 'typed', update })
    for (const client of clients) this.bindings.push({ room, client, member })
    for (const move of moves) this.moves.push({ room, ...move })
    if (followed === null) return
    this.updates.push({ update: followed.update, from: null })
    this.entries.push({ room, at, member: null, cause: 'command', update: followed.update })
    for (const delegation of followed.delegations) this.delegations.push({ room, ...delegation })
    for (const move of followed.moves) this.moves.push({ room, ...move })
  }
}
