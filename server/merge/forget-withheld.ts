import * as Y from 'yjs'
import { findDraftItem } from '../../shared/draft/draft-item.ts'
import { passageKey } from '../../shared/merge/passage-key.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import type { Work } from '../commands/commands.ts'
import { draftingRoom, draftRoom } from '../draft/room-names.ts'
import { type ItemRecord, recordsOf } from './merge-record.ts'
import { rewriteItem, takeOut } from './rewrite-item.ts'

/**
 * Takes what came from a passage, by its `passageKey`, out of all that combinations keep, since it is withheld now: an
 * item that left the draft for one has no words any more, and taking apart brings none of them back.
 */
export function forgetWithheld(work: Work, by: MemberPrincipal, key: string): void {
  const drafting = draftingRoom(by.meeting)
  for (const [merge, record] of recordsOf(work.doc(drafting)).entries()) {
    const touched = Object.entries(record).filter(([, { sources }]) => sources.some(isFrom(key)))
    if (touched.length === 0) continue
    for (const [id, { gone }] of touched) if (gone !== null) empty(work, by, id, gone)
    const next = touched.map(([id, each]) => [id, without(each, key)] as const)
    work.write(drafting, (_, doc) => {
      recordsOf(doc).set(merge, { ...record, ...Object.fromEntries(next) })
    })
  }
}

/** Takes the words of an item that is still away; one that is back is in the draft, for a person to let go. */
function empty(work: Work, by: MemberPrincipal, id: string, gone: string): void {
  const room = draftRoom(by.meeting)
  const entry = work.doc(room).getMap('items').get(id)
  const item = findDraftItem(work.doc(room), id)
  if (item === null || !(entry instanceof Y.Map) || entry.get('gone') !== gone) return
  rewriteItem(work, room, item, { words: '', sources: [], by: by.member, via: `merge:${by.member}` })
  takeOut(work, room, item)
}

function without(record: ItemRecord, key: string): ItemRecord {
  const { [key]: _, ...taken } = record.taken
  const sources = record.sources.filter((source) => !isFrom(key)(source))
  const known = sources.length === 0 ? '' : record.itemHash
  return { ...record, sources, taken, itemHash: known, before: null, after: null }
}

function isFrom(key: string): (source: ItemRecord['sources'][number]) => boolean {
  return ({ topic, blocks }) => passageKey(topic, blocks[0] ?? '') === key
}
