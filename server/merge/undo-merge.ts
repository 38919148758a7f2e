import * as Y from 'yjs'
import { findDraftItem, itemHash, itemWords } from '../../shared/draft/draft-item.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import type { MergeFact, ProvenanceFact } from '../../shared/meeting/facts.ts'
import { readFullProvenance } from '../../shared/meeting/full-provenance.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import type { UndoResult } from '../../shared/merge/merge-plan.ts'
import { mergedPassages, sourceKey } from '../../shared/merge/passage-key.ts'
import { mergedWords, threeWay } from '../../shared/merge/three-way.ts'
import { wordsOf } from '../../shared/merge/units.ts'
import type { MemberPrincipal, TopicReaders } from '../../shared/permissions/principal.ts'
import type { Work } from '../commands/commands.ts'
import { draftingRoom, draftRoom, ledgerRoom } from '../draft/room-names.ts'
import { setFact } from '../draft/set-fact.ts'
import { asTold } from './as-told.ts'
import { divideProvenance, writeWithheld } from './divide-provenance.ts'
import { type ItemRecord, recordsOf, takenOf } from './merge-record.ts'
import { rewriteItem } from './rewrite-item.ts'
import { takeApart } from './take-apart.ts'

/**
 * Takes a merge back. An item with the words that the merge gave it, still only proposed, leaves the draft and lets
 * go of its passage, which is new again. An item that it changed has its words and sources again; what somebody has
 * edited since, elsewhere in it, stays. Any other item stays as it is (MG2). A merge is undone once: undoing it again
 * finds nothing to do. `readable`: who may open the notes that this member may read.
 */
export function undoMerge(
  work: Work,
  by: MemberPrincipal,
  merge: number,
  readable: ReadonlyMap<string, TopicReaders>,
): UndoResult {
  const ledger = ledgerRoom(by.meeting)
  const fact = readFacts(work.doc(ledger), 'merges').get(String(merge))
  if (fact === undefined) throw new MinutaError('not-found', `There is no merge ${merge}.`)
  if (fact.undone !== null) return { removed: [], restored: [], kept: [] }
  if (fact.combined !== undefined) return undoCombination(work, by, merge, fact, readable)
  const removed = removeMade(work, by, merge, fact)
  const { restored, kept } = restoreChanged(work, by, merge, readable)
  work.write(ledger, (_, doc) => {
    setFact(doc, 'merges', String(merge), { ...fact, undone: { at: work.at, by: by.member } })
  })
  return { removed, restored, kept: [...fact.items.filter((id) => !removed.includes(id)), ...kept] }
}

/** Takes a combination apart; what it made of a passage leaves the draft again. What the chair has decided on stays. */
function undoCombination(
  work: Work,
  by: MemberPrincipal,
  merge: number,
  fact: MergeFact,
  readable: ReadonlyMap<string, TopicReaders>,
): UndoResult {
  const { changed = [], combined = '' } = fact
  const statuses = readFacts(work.doc(ledgerRoom(by.meeting)), 'itemFacts')
  if ((statuses.get(combined)?.status ?? 'proposed') !== 'proposed')
    return { removed: [], restored: [], kept: changed }
  const { back, keepsWords } = takeApart(work, by, merge, readable)
  const removed = removeMade(work, by, merge, fact)
  const restored = keepsWords || removed.includes(combined) ? back : [combined, ...back]
  const away = new Set([...removed, ...restored])
  return { removed, restored, kept: changed.filter((id) => !away.has(id)) }
}

function removeMade(work: Work, { meeting }: MemberPrincipal, merge: number, { items }: MergeFact): string[] {
  const draft = draftRoom(meeting)
  const later = changedLater(work.doc(draftingRoom(meeting)), merge)
  const untouched = untouchedItems(work.doc(ledgerRoom(meeting)), work.doc(draft), merge, items, later)
  if (untouched.size === 0) return []
  work.write(draft, (_, doc) => {
    for (const [id, hash] of untouched) {
      const entry = doc.getMap('items').get(id)
      if (entry instanceof Y.Map && entry.get('gone') !== hash) entry.set('gone', hash)
    }
  })
  work.write(draftingRoom(meeting), (_, doc) => {
    writeWithheld(doc, untouched.keys(), new Map())
    for (const id of untouched.keys()) if (takenOf(doc).has(id)) takenOf(doc).delete(id)
  })
  work.write(ledgerRoom(meeting), (_, doc) => {
    for (const id of untouched.keys()) doc.getMap('provenance').delete(id)
  })
  return items.filter((id) => untouched.has(id))
}

/** Gives the items that nobody, and no later merge, has changed since their merge, each with the hash of its words. */
function untouchedItems(
  ledger: Y.Doc,
  draft: Y.Doc,
  merge: number,
  items: readonly string[],
  later: ReadonlySet<string>,
): Map<string, string> {
  const provenance = readFacts(ledger, 'provenance')
  const facts = readFacts(ledger, 'itemFacts')
  const untouched = new Map<string, string>()
  for (const id of items) {
    const item = findDraftItem(draft, id)
    const hash = item === null ? null : itemHash(item)
    const fact = provenance.get(id)
    if (hash === null || fact?.itemHash !== hash) continue
    const isOwn = fact.sources.every((source) => source.merge === merge)
    if (isOwn && !later.has(id) && facts.get(id)?.status === 'proposed') untouched.set(id, hash)
  }
  return untouched
}

/** Gives the items about which a later merge that stands has decided: what it knows of them must stay true. */
function changedLater(drafting: Y.Doc, merge: number): ReadonlySet<string> {
  return new Set(
    [...recordsOf(drafting)].flatMap(([number, record]) =>
      Number(number) > merge ? Object.keys(record) : [],
    ),
  )
}

function restoreChanged(
  work: Work,
  by: MemberPrincipal,
  merge: number,
  readable: ReadonlyMap<string, TopicReaders>,
): Pick<UndoResult, 'restored' | 'kept'> {
  const { meeting } = by
  const drafting = draftingRoom(meeting)
  const records = Object.entries(recordsOf(work.doc(drafting)).get(String(merge)) ?? {})
  if (records.length === 0) return { restored: [], kept: [] }
  const provenance = readFullProvenance(work.doc(ledgerRoom(meeting)), work.doc(drafting))
  const statuses = readFacts(work.doc(ledgerRoom(meeting)), 'itemFacts')
  const later = changedLater(work.doc(drafting), merge)
  const restored = new Map<string, { fact: ProvenanceFact; record: ItemRecord }>()
  for (const [id, record] of records) {
    const now = provenance.get(id)
    if (now === undefined || later.has(id) || statuses.get(id)?.status !== 'proposed') continue
    // Its passage may stand behind another item by now.
    const taken = mergedPassages(new Map([...provenance].filter(([other]) => other !== id)))
    if (record.sources.some((source) => taken.has(sourceKey(source)))) continue
    const hash = restoreItem(work, by, id, record)
    const sources = record.sources.map((source) => asTold(source, now.sources))
    if (hash !== null) restored.set(id, { fact: { sources, itemHash: hash }, record })
  }
  const divided = divideProvenance(new Map([...restored].map(([id, { fact }]) => [id, fact])), readable)
  work.write(drafting, (_, doc) => {
    writeWithheld(doc, restored.keys(), divided.drafting)
    for (const [id, { record }] of restored) takenOf(doc).set(id, record.taken)
    recordsOf(doc).delete(String(merge))
  })
  work.write(ledgerRoom(meeting), (_, doc) => {
    for (const [id, fact] of divided.ledger) setFact(doc, 'provenance', id, fact)
  })
  return {
    restored: [...restored.keys()],
    kept: records.flatMap(([id]) => (restored.has(id) ? [] : [id])),
  }
}

/** Gives an item back what it had; null, and nothing is changed, where later words or somebody who removed it are in the way. */
function restoreItem(work: Work, by: MemberPrincipal, id: string, record: ItemRecord): string | null {
  const room = draftRoom(by.meeting)
  const item = findDraftItem(work.doc(room), id)
  if (item === null) return null
  const { before, after, gone } = record
  const entry = work.doc(room).getMap('items').get(id)
  if (!(entry instanceof Y.Map)) return null
  if (gone === null && entry.get('gone') === itemHash(item)) return null
  if (before !== null && after !== null) {
    const words = wordsOf(before)
    const target = mergedWords(threeWay(after, itemWords(item), words))
    if (target === null || target.trim() === '') return null
    rewriteItem(work, room, item, {
      words: target,
      sources: [before],
      by: by.member,
      via: `merge:${by.member}`,
    })
  }
  if (gone !== null && entry.get('gone') === gone) work.write(room, () => entry.delete('gone'))
  // As it was then: untouched, if it was.
  return before === null || itemWords(item) === wordsOf(before) ? record.itemHash : ''
}
