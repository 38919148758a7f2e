import type { AuthorshipFacts } from '../../shared/protocol/messages.ts'
import type { Binding, Delegation, RoomMove } from '../journal/journal.ts'

/** Gives what clients are told of who typed what, without the room's name. */
export function authorshipFacts(
  bindings: readonly Omit<Binding, 'room'>[],
  delegations: readonly Omit<Delegation, 'room'>[],
  moves: readonly Omit<RoomMove, 'room'>[],
): AuthorshipFacts {
  return {
    bindings: bindings.map(({ client, member }) => ({ client, member })),
    delegations: delegations.map(({ client, author, via }) => ({ client, author, via })),
    moves: moves.map(({ from, to, length }) => ({ from, to, length })),
  }
}
