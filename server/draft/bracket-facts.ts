import type * as Y from 'yjs'
import { bracketsAskedIn } from '../../shared/draft/asked-for-brackets.ts'
import { type DraftItem, findDraftItem, readItems } from '../../shared/draft/draft-item.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import { atomsIn } from '../../shared/text/atoms-in.ts'
import { asBracket } from '../../shared/text/brackets.ts'
import type { Commands } from '../commands/commands.ts'
import type { Registry } from '../registry/registry.ts'
import { requireRight } from './current-rights.ts'
import type { Sender } from './draft-items.ts'
import { draftingRoom, draftRoom } from './room-names.ts'

/** What noting who asked leans on. */
export type BracketRegistry = Pick<Registry, 'facts' | 'member' | 'meeting'>

/**
 * Notes that one mechanism asked for a pair of brackets (AD2), or that it did not; what others noted stays. It is kept
 * in the drafting room alone, which only chair and rapporteurs read. The item is where the pair was seen: whoever had no
 * connection may not know that it stands in another by now. Rejects with MinutaError.
 */
export function noteWhoAsked(
  { commands, registry }: { readonly commands: Commands; readonly registry: BracketRegistry },
  { principal, key }: Sender,
  place: { readonly item: string; readonly bracket: string },
  { mechanism, asks }: { readonly mechanism: string; readonly asks: boolean },
): Promise<Readonly<Record<string, never>>> {
  const { meeting } = principal
  const room = draftingRoom(meeting)
  return commands.run({
    meeting,
    by: principal,
    key,
    name: 'brackets-asked',
    rooms: [draftRoom(meeting), room],
    carryOut: (work) => {
      requireRight(registry, principal, 'read-drafting')
      requireRight(registry, principal, 'change-items')
      // They were set without a connection, and come by the room.
      if (!isInDraft(work.doc(draftRoom(meeting)), place)) throw new MinutaError('passage-unknown')
      const known = registry.meeting(meeting)?.mechanisms ?? {}
      if (!Object.hasOwn(known, mechanism))
        throw new MinutaError('not-found', 'This mechanism is not in the meeting.')
      work.write(room, (_, drafting) => {
        const facts = bracketsAskedIn(drafting)
        const others = (facts.get(place.bracket)?.mechanisms ?? []).filter((one) => one !== mechanism)
        const all = asks ? [...others, mechanism].sort() : others
        if (all.length === 0) facts.delete(place.bracket)
        else facts.set(place.bracket, { mechanisms: all, at: work.at, by: principal.member })
      })
      return {}
    },
  })
}

/** Looks in the item that was named, then in the whole draft. */
function isInDraft(
  draft: Y.Doc,
  { item, bracket }: { readonly item: string; readonly bracket: string },
): boolean {
  const isIn = ({ text }: DraftItem): boolean => atomsIn(text).some((atom) => asBracket(atom)?.id === bracket)
  const named = findDraftItem(draft, item)
  return (named !== null && isIn(named)) || readItems(draft, []).some(isIn)
}
