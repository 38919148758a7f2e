import { nanoid } from 'nanoid'
import * as Y from 'yjs'
import { findDraftItem, headOf, isItemRemoved, itemWords } from '../../shared/draft/draft-item.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import type { MergeFact, ProvenanceFact } from '../../shared/meeting/facts.ts'
import { readFullProvenance } from '../../shared/meeting/full-provenance.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import type { TakeApartResult } from '../../shared/merge/combination.ts'
import { mergedPassages, sourceKey } from '../../shared/merge/passage-key.ts'
import { mergedWords, threeWay } from '../../shared/merge/three-way.ts'
import { wordsOf } from '../../shared/merge/units.ts'
import { isWordless } from '../../shared/merge/wordless.ts'
import type { MemberPrincipal, TopicReaders } from '../../shared/permissions/principal.ts'
import type { Work } from '../commands/commands.ts'
import { makeItem } from '../draft/new-item.ts'
import { rankAfter } from '../draft/ranks.ts'
import { draftingRoom, draftRoom, ledgerRoom } from '../draft/room-names.ts'
import { setFact } from '../draft/set-fact.ts'
import { asTold } from './as-told.ts'
import { divideProvenance, writeWithheld } from './divide-provenance.ts'
import { type ItemRecord, type MergeRecord, recordsOf, takenOf } from './merge-record.ts'
import { authorOf, rewriteItem, takeOut } from './rewrite-item.ts'

/** How an item stands once its combination is taken apart. */
interface Parted {
  readonly fact: ProvenanceFact
  readonly taken: Readonly<Record<string, string>>
}

/**
 * Takes a combination apart (MG4): each item that left the draft for it is back with its words and sources, a passage
 * is new again, and the item that stays has its own words and sources, with what was edited since. Edited in the same
 * places, it keeps the words that it has, and its own stand after it as an item. Throws MinutaError where it was combined once more since, or is adopted.
 */
export function takeApart(
  work: Work,
  by: MemberPrincipal,
  merge: number,
  readable: ReadonlyMap<string, TopicReaders>,
): TakeApartResult {
  const ledger = work.doc(ledgerRoom(by.meeting))
  const fact = readFacts(ledger, 'merges').get(String(merge))
  const target = fact?.combined
  if (fact === undefined || target === undefined)
    throw new MinutaError('not-found', `Merge ${merge} has combined nothing.`)
  if (fact.undone !== null) return { item: target, back: [], keepsWords: false, twin: null }
  const records = recordsOf(work.doc(draftingRoom(by.meeting))).get(String(merge)) ?? {}
  checkFree(ledger, merge, target, Object.keys(records))
  const provenance = readFullProvenance(ledger, work.doc(draftingRoom(by.meeting)))
  const record = records[target] as ItemRecord
  const wasRemoved = isItemRemoved(work.doc(draftRoom(by.meeting)), target)
  const words = restoreWords(work, by, target, record)
  // What somebody has removed stays so, whatever it reads now.
  if (wasRemoved) takeOutAgain(work, by, target)
  const parted = partedFrom(work, by, { target, records, provenance, isTouched: words !== 'own' })
  const back = comeBack(work, by, target, records)
  const twin = words === 'kept' && !wasRemoved ? bringWordsBack(work, by, target, record) : null
  if (twin !== null) {
    const { fact: stayed, taken } = parted.get(target) as Parted
    parted.set(twin, { fact: { ...stayed, itemHash: record.itemHash }, taken })
    back.push(twin)
  }
  writeFacts(work, by, merge, readable, parted, fact)
  work.write(draftingRoom(by.meeting), (_, doc) => forgetJoined(doc, merge, target, record.joined ?? []))
  return { item: target, back, keepsWords: words === 'kept', twin }
}

/** Refuses where what the combination knows is not true any more. */
function checkFree(ledger: Y.Doc, merge: number, target: string, items: readonly string[]): void {
  const later = [...readFacts(ledger, 'merges')].some(
    ([number, { combined, changed = [], undone }]) =>
      combined !== undefined &&
      undone === null &&
      Number(number) > merge &&
      changed.some((id) => items.includes(id)),
  )
  if (later) throw new MinutaError('conflict', 'It was combined once more since. Take that apart first.')
  if (readFacts(ledger, 'itemFacts').get(target)?.status === 'adopted')
    throw new MinutaError('conflict', 'An adopted recommendation stays as it is.')
}

/** `own`: as they were; `edited`: with what was edited since, elsewhere; `kept`: edited in the same places, left alone. */
type RestoredWords = 'own' | 'edited' | 'kept'

/** Gives the item that stays its own words. */
function restoreWords(
  work: Work,
  by: MemberPrincipal,
  id: string,
  { before, after, isForgotten }: ItemRecord,
): RestoredWords {
  const room = draftRoom(by.meeting)
  const item = findDraftItem(work.doc(room), id)
  if (isForgotten) return 'kept'
  if (item === null || before === null || after === null) return 'own'
  const own = wordsOf(before)
  const words = mergedWords(threeWay(after, itemWords(item), own))
  if (words === null || (isWordless(words) && !isWordless(own))) return 'kept'
  rewriteItem(work, room, item, { words, sources: [before], by: by.member, via: `merge:${by.member}` })
  return itemWords(item) === own ? 'own' : 'edited'
}

function takeOutAgain(work: Work, by: MemberPrincipal, id: string): void {
  const room = draftRoom(by.meeting)
  const item = findDraftItem(work.doc(room), id)
  if (item !== null) takeOut(work, room, item)
}

/** Makes an item of the words that the one that stays had of its own: nothing is lost, whatever it says by now. */
function bringWordsBack(
  work: Work,
  by: MemberPrincipal,
  target: string,
  { before }: ItemRecord,
): string | null {
  const room = draftRoom(by.meeting)
  const item = findDraftItem(work.doc(room), target)
  if (item === null || before === null || isWordless(wordsOf(before))) return null
  const { type } = item
  const { section } = headOf(work.doc(room), item)
  const id = nanoid()
  const rank = rankAfter(work.doc(room), section, target)
  work.write(room, (_, doc) => {
    makeItem(doc, { id, type, section, rank }, before, authorOf(work, room, `merge:${by.member}`))
  })
  const status = readFacts(work.doc(ledgerRoom(by.meeting)), 'itemFacts').get(target)
  if (status !== undefined)
    work.write(ledgerRoom(by.meeting), (_, doc) => setFact(doc, 'itemFacts', id, status))
  return id
}

interface Parting {
  readonly target: string
  readonly records: MergeRecord
  readonly provenance: ReadonlyMap<string, ProvenanceFact>
  readonly isTouched: boolean
}

/** Gives what is known of each of them from now on. */
function partedFrom(work: Work, by: MemberPrincipal, parting: Parting): Map<string, Parted> {
  const { target, records, provenance } = parting
  const now = provenance.get(target)?.sources ?? []
  const held = new Set(now.map(sourceKey))
  // A passage that was let go of since may be behind another item by now: it stands behind one of them.
  const elsewhere = mergedPassages(new Map([...provenance].filter(([id]) => id !== target)))
  const parted = new Map<string, Parted>()
  for (const [id, record] of Object.entries(records)) {
    if (id === target) continue
    const sources = record.sources
      .filter((source) => held.has(sourceKey(source)) || !elsewhere.has(sourceKey(source)))
      .map((source) => asTold(source, now))
    parted.set(id, { fact: { sources, itemHash: record.itemHash }, taken: record.taken })
  }
  parted.set(target, stays(work, by, parting))
  return parted
}

function stays(work: Work, by: MemberPrincipal, { target, records, provenance, isTouched }: Parting): Parted {
  const { joined = [], before, itemHash: hash, sources: own, isForgotten } = records[target] as ItemRecord
  // Its words are another's: what stood behind its own is new again.
  if (isForgotten) return { fact: { sources: [], itemHash: '' }, taken: {} }
  const away = new Set(joined)
  const now = provenance.get(target)
  const sources = (now?.sources ?? []).filter((source) => !away.has(sourceKey(source)))
  const known = takenOf(work.doc(draftingRoom(by.meeting))).get(target) ?? {}
  const taken = Object.fromEntries(Object.entries(known).filter(([key]) => !away.has(key)))
  // With its own words it is as untouched as it was. Its wording was left alone: a later merge may have changed it.
  const isWritten = own.length === 0 && hash === ''
  const untouched = before !== null || isWritten ? hash : (now?.itemHash ?? hash)
  return { fact: { sources, itemHash: isTouched ? '' : untouched }, taken }
}

/** Brings items back that left the draft with the combination; one that somebody has removed since stays removed. */
function comeBack(work: Work, by: MemberPrincipal, target: string, records: MergeRecord): string[] {
  const room = draftRoom(by.meeting)
  const back = Object.entries(records).filter(([id, { gone }]) => {
    const entry = work.doc(room).getMap('items').get(id)
    const isGone = entry instanceof Y.Map && entry.get('gone') === gone
    const item = findDraftItem(work.doc(room), id)
    return id !== target && gone !== null && isGone && item !== null
  })
  if (back.length === 0) return []
  work.write(room, (_, doc) => {
    for (const [id] of back) (doc.getMap('items').get(id) as Y.Map<unknown>).delete('gone')
  })
  return back.map(([id]) => id)
}

/** What later merges would give back of the item that stays is without the passages that a combination brought. */
function forgetJoined(drafting: Y.Doc, merge: number, target: string, joined: readonly string[]): void {
  const away = new Set(joined)
  for (const [number, record] of [...recordsOf(drafting).entries()]) {
    const own = record[target]
    if (own === undefined || Number(number) < merge) continue
    const sources = own.sources.filter((source) => !away.has(sourceKey(source)))
    const taken = Object.fromEntries(Object.entries(own.taken).filter(([key]) => !away.has(key)))
    recordsOf(drafting).set(number, { ...record, [target]: { ...own, sources, taken } })
  }
}

function writeFacts(
  work: Work,
  by: MemberPrincipal,
  merge: number,
  readable: ReadonlyMap<string, TopicReaders>,
  parted: ReadonlyMap<string, Parted>,
  fact: MergeFact,
): void {
  const known = [...parted].filter(
    ([
      ,
      {
        fact: { sources, itemHash: hash },
      },
    ]) => sources.length > 0 || hash !== '',
  )
  const divided = divideProvenance(new Map(known.map(([id, { fact: each }]) => [id, each])), readable)
  work.write(draftingRoom(by.meeting), (_, doc) => {
    const words = takenOf(doc)
    for (const [id, { taken }] of parted) {
      if (Object.keys(taken).length > 0) words.set(id, taken)
      else if (words.has(id)) words.delete(id)
    }
    writeWithheld(doc, parted.keys(), divided.drafting)
    recordsOf(doc).delete(String(merge))
  })
  work.write(ledgerRoom(by.meeting), (_, doc) => {
    const provenance = doc.getMap('provenance')
    for (const id of parted.keys()) {
      const told = divided.ledger.get(id)
      if (told !== undefined) setFact(doc, 'provenance', id, told)
      else if (provenance.has(id)) provenance.delete(id)
    }
    setFact(doc, 'merges', String(merge), { ...fact, undone: { at: work.at, by: by.member } })
  })
}
