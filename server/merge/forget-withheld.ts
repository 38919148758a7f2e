import { findDraftItem, isItemRemoved } from '../../shared/draft/draft-item.ts'
import { sourceKey } from '../../shared/merge/passage-key.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import type { Work } from '../commands/commands.ts'
import { draftingRoom, draftRoom } from '../draft/room-names.ts'
import { type ItemRecord, recordsOf } from './merge-record.ts'
import { rewriteItem, takeOut } from './rewrite-item.ts'

/**
 * Takes what came from a passage, by its `passageKey`, out of all that merges keep, since it is withheld now: an item
 * that left the draft for a combination has no words any more, and neither undoing nor taking apart brings any back.
 * What else stood behind such an item is new again once the combination is taken apart. Gives the items that late
 * words have brought back meanwhile, as they were: somebody's words are in them, so a person lets go of them.
 */
export function forgetWithheld(
  work: Work,
  by: MemberPrincipal,
  key: string,
): ReadonlyMap<string, ItemRecord> {
  const drafting = draftingRoom(by.meeting)
  const draft = work.doc(draftRoom(by.meeting))
  const back = new Map<string, ItemRecord>()
  for (const [merge, record] of recordsOf(work.doc(drafting)).entries()) {
    const touched = Object.entries(record).filter(([, { sources }]) => sources.some(isFrom(key)))
    if (touched.length === 0) continue
    const next = touched.map(([id, each]): [string, ItemRecord] => {
      if (each.gone === null) return [id, without(each, key)]
      if (isItemRemoved(draft, id)) empty(work, by, id)
      else back.set(id, each)
      return [id, { ...each, ...NOTHING }]
    })
    work.write(drafting, (_, doc) => {
      recordsOf(doc).set(merge, { ...record, ...Object.fromEntries(next) })
    })
  }
  return back
}

const NOTHING = { sources: [], taken: {}, itemHash: '', before: null, after: null } as const

function empty(work: Work, by: MemberPrincipal, id: string): void {
  const room = draftRoom(by.meeting)
  const item = findDraftItem(work.doc(room), id)
  if (item === null) return
  rewriteItem(work, room, item, { words: '', sources: [], by: by.member, via: `merge:${by.member}` })
  takeOut(work, room, item)
}

function without(record: ItemRecord, key: string): ItemRecord {
  const { [key]: _, ...taken } = record.taken
  const sources = record.sources.filter((source) => !isFrom(key)(source))
  return { ...record, sources, taken, itemHash: '', before: null, after: null, isForgotten: true }
}

function isFrom(key: string): (source: ItemRecord['sources'][number]) => boolean {
  return (source) => sourceKey(source) === key
}
