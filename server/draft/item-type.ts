import { findDraftItem, type ItemType } from '../../shared/draft/draft-item.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import type { Commands } from '../commands/commands.ts'
import { itemEntry } from './alternatives.ts'
import { type RightsSource, requireRight } from './current-rights.ts'
import type { Sender } from './draft-items.ts'
import { alternativesOf } from './ranks.ts'
import { draftRoom, ledgerRoom } from './room-names.ts'
import { setFact } from './set-fact.ts'

/**
 * Makes a recommendation a heading or a paragraph, or the other way round. Words, place, threads and provenance stay as
 * they are, and so does a status that was decided: it counts again when it is a recommendation again. Rejects with
 * MinutaError.
 */
export function changeType(
  { commands, registry }: { readonly commands: Commands; readonly registry: RightsSource },
  { principal, key }: Sender,
  id: string,
  type: ItemType,
): Promise<Readonly<Record<string, never>>> {
  const { meeting } = principal
  const rooms = [draftRoom(meeting), ledgerRoom(meeting)] as const
  return commands.run({
    meeting,
    by: principal,
    key,
    name: 'item-type',
    rooms,
    carryOut: (work) => {
      requireRight(registry, principal, 'change-items')
      const [draft, ledger] = rooms.map((room) => work.doc(room))
      const item = draft === undefined ? null : findDraftItem(draft, id)
      if (draft === undefined || ledger === undefined || item === null)
        throw new MinutaError('not-found', 'There is no such item in the draft.')
      if (item.type === type) return {}
      const fact = readFacts(ledger, 'itemFacts').get(id)
      if (fact?.status === 'adopted') throw new MinutaError('conflict', 'It is adopted: its text is frozen.')
      if (item.alternativeOf !== null || alternativesOf(draft, id).length > 0)
        throw new MinutaError(
          'conflict',
          'It has alternatives. Make them recommendations of their own first.',
        )
      work.write(rooms[0], (_, doc) => itemEntry(doc, id)?.set('type', type))
      if (type === 'recommendation' && fact === undefined)
        work.write(rooms[1], (_, doc) => setFact(doc, 'itemFacts', id, { status: 'proposed' }))
      return {}
    },
  })
}
