import * as Y from 'yjs'
import { type DraftItem, findDraftItem, headOf, type ItemType } from '../../shared/draft/draft-item.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import type { Commands } from '../commands/commands.ts'
import { type RightsSource, requireRight } from './current-rights.ts'
import type { Sender } from './draft-items.ts'
import { alternativesOf, rankAfter, ranksAmongAlternatives } from './ranks.ts'
import { draftRoom } from './room-names.ts'

/**
 * Makes a recommendation another version of a second one (AD2), or with `of` null one of its own again, behind the versions
 * that it leaves. No words are touched. Its own alternatives go with it. Rejects with MinutaError.
 */
export function setAlternative(
  { commands, registry }: { readonly commands: Commands; readonly registry: RightsSource },
  { principal, key }: Sender,
  id: string,
  of: string | null,
): Promise<Readonly<Record<string, never>>> {
  const { meeting } = principal
  const room = draftRoom(meeting)
  return commands.run({
    meeting,
    by: principal,
    key,
    name: 'item-alternative',
    rooms: [room],
    carryOut: (work) => {
      requireRight(registry, principal, 'change-items')
      const draft = work.doc(room)
      const item = findDraftItem(draft, id)
      if (item === null) throw new MinutaError('not-found', 'There is no such item in the draft.')
      const change =
        of === null ? release(draft, item) : join(draft, item, headForAlternative(draft, of, item.type))
      if (change !== null) work.write(room, (_, doc) => change(doc))
      return {}
    },
  })
}

/** Gives the recommendation whose versions an alternative of `of` joins. Throws MinutaError. */
export function headForAlternative(draft: Y.Doc, of: string, type: ItemType): DraftItem {
  const found = findDraftItem(draft, of)
  if (found === null)
    throw new MinutaError('not-found', 'The item to be an alternative of is not in the draft.')
  const head = headOf(draft, found)
  if (type !== 'recommendation' || head.type !== 'recommendation')
    throw new MinutaError('conflict', 'Only recommendations have alternatives.')
  return head
}

/** Gives what an item is an alternative of; null: it stands for itself. */
export function headOfAlternative(draft: Y.Doc, id: string): DraftItem | null {
  const item = findDraftItem(draft, id)
  const head = item === null ? null : headOf(draft, item)
  return head === item ? null : head
}

/** Gives an item's own map; undefined: there is none. */
export function itemEntry(draft: Y.Doc, id: string): Y.Map<unknown> | undefined {
  const entry = draft.getMap('items').get(id)
  return entry instanceof Y.Map ? entry : undefined
}

type Change = (draft: Y.Doc) => void

function join(draft: Y.Doc, item: DraftItem, head: DraftItem): Change | null {
  if (head.id === item.id)
    throw new MinutaError('conflict', 'It can’t be an alternative of itself, or of its own alternative.')
  if (item.alternativeOf === head.id) return null
  const joining = [item, ...alternativesOf(draft, item.id)]
  const ranks = ranksAmongAlternatives(draft, head.id, joining.length)
  return (doc) => {
    for (const [index, { id }] of joining.entries()) {
      const entry = itemEntry(doc, id)
      entry?.set('alternativeOf', head.id)
      entry?.set('section', head.section)
      entry?.set('rank', ranks[index])
    }
  }
}

function release(draft: Y.Doc, item: DraftItem): Change | null {
  if (item.alternativeOf === null) return null
  const { section, id: after } = headOf(draft, item)
  const rank = rankAfter(draft, section, after, item.id)
  return (doc) => {
    const entry = itemEntry(doc, item.id)
    entry?.delete('alternativeOf')
    entry?.set('section', section)
    entry?.set('rank', rank)
  }
}
