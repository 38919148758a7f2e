import type { MemberId, RoomName } from '../../shared/ids/ids.ts'
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
  add(applied: Applied, from: Participant, at: number): void {
    const room = this.#room
    const member = from.member.id
    const { update, followed } = applied
    const { bindings, delegations, moves } = factsOf(room, member, applied)
    this.updates.push({ update, from })
    this.entries.push({ room, at, member, cause: 'typed', update })
    this.bindings.push(...bindings)
    this.delegations.push(...delegations)
    this.moves.push(...moves)
    if (followed === null) return
    this.updates.push({ update: followed.update, from: null })
    this.entries.push({ room, at, member: null, cause: 'command', update: followed.update })
  }
}

/** Gives what is to be journaled beside a member's admitted update, and beside what the server wrote because of it. */
export function factsOf(
  room: RoomName,
  member: MemberId,
  { clients, moves, followed }: Applied,
): Pick<Brought, 'bindings' | 'delegations' | 'moves'> {
  return {
    bindings: clients.map((client) => ({ room, client, member })),
    delegations: (followed?.delegations ?? []).map((delegation) => ({ room, ...delegation })),
    moves: [...moves, ...(followed?.moves ?? [])].map((move) => ({ room, ...move })),
  }
}
