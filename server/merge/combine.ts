import { nanoid } from 'nanoid'
import { type DraftItem, findDraftItem, itemHash, itemWords } from '../../shared/draft/draft-item.ts'
import type { MergeFact, ProvenanceFact, SourceFact } from '../../shared/meeting/facts.ts'
import type { CombineResult, Combining } from '../../shared/merge/combination.ts'
import type { ItemLine } from '../../shared/merge/item-lines.ts'
import type { PlannedPassage } from '../../shared/merge/merge-plan.ts'
import { passageKey, sourceKey } from '../../shared/merge/passage-key.ts'
import type { MemberPrincipal, TopicReaders } from '../../shared/permissions/principal.ts'
import type { Work } from '../commands/commands.ts'
import { makeItem } from '../draft/new-item.ts'
import { ranksAtEnd } from '../draft/ranks.ts'
import { draftingRoom, draftRoom, ledgerRoom } from '../draft/room-names.ts'
import { setFact } from '../draft/set-fact.ts'
import { asTold } from './as-told.ts'
import { sourceOf } from './change-items.ts'
import { type FoundItem, type FoundParent, findParents } from './combine-parents.ts'
import { divideProvenance, writeWithheld } from './divide-provenance.ts'
import { nextMergeNumber } from './merge-number.ts'
import { type ItemRecord, recordsOf, takenOf } from './merge-record.ts'
import { authorOf, rewriteItem, takeOut } from './rewrite-item.ts'

/** What a combination works with. */
interface CombineContext {
  readonly work: Work
  readonly by: MemberPrincipal
  readonly merge: number
}

/**
 * Combines recommendations that ask for the same into the first of them (MG4): it has the chosen wording, each word
 * under whoever typed it, and all sources; the others leave the draft with their words. What each was is kept, so that
 * it can be taken apart. All of it, or nothing, and then it is said why. `topics`: of the parents, and of all that this
 * member may read.
 */
export function combine(
  work: Work,
  by: MemberPrincipal,
  topics: {
    readonly asked: ReadonlyMap<string, TopicReaders>
    readonly readable: ReadonlyMap<string, TopicReaders>
  },
  combining: Combining,
): CombineResult {
  const { parents, again } = findParents(work, by, topics.asked, combining)
  if (again.length > 0) return { merge: null, item: null, again }
  const merge = nextMergeNumber(work.doc(ledgerRoom(by.meeting)))
  const context = { work, by, merge }
  const [first, ...others] = parents as [FoundParent, ...FoundParent[]]
  const target = first.kind === 'item' ? first : itemFrom(context, first)
  const words = combining.words ?? itemWords(target.item)
  const lines = parents.map((parent) => parent.lines)
  const records = new Map<string, ItemRecord>([
    [target.item.id, reworded(context, target, words, lines, others)],
  ])
  for (const other of others)
    if (other.kind === 'item') {
      const gone = takeOut(work, draftRoom(by.meeting), other.item)
      records.set(other.item.id, { ...recordOf(other), gone })
    }
  writeFacts(context, topics.readable, target, others, records, first.kind === 'item' ? [] : [target.item.id])
  return { merge, item: target.item.id, again: [] }
}

function recordOf({ fact, taken }: FoundItem): ItemRecord {
  const { sources, itemHash: hash } = fact ?? { sources: [], itemHash: '' }
  return { sources, taken, itemHash: hash, before: null, after: null, gone: null }
}

/** Gives the first the chosen wording, and what it was. */
function reworded(
  { work, by }: CombineContext,
  target: FoundItem,
  words: string,
  sources: readonly (readonly ItemLine[])[],
  others: readonly FoundParent[],
): ItemRecord {
  const joined = others.flatMap(keysOf)
  const own = new Set(keysOf(target))
  const record = { ...recordOf(target), joined: joined.filter((key) => !own.has(key)) }
  if (words === itemWords(target.item)) return record
  const via = `merge:${by.member}`
  const before = rewriteItem(work, draftRoom(by.meeting), target.item, {
    ...{ words, sources, by: by.member, via },
  })
  return { ...record, before, after: itemWords(target.item) }
}

/** Makes an item of a passage, as merging it would: when its combination is taken apart, this is what stays. */
function itemFrom(
  { work, by, merge }: CombineContext,
  { passage, lines }: Extract<FoundParent, { readonly kind: 'passage' }>,
): FoundItem {
  const room = draftRoom(by.meeting)
  const id = nanoid()
  const [rank] = ranksAtEnd(work.doc(room), passage.topic, 1) as [string]
  work.write(room, (_, doc) => {
    const item = { id, type: 'recommendation', section: passage.topic, rank } as const
    makeItem(doc, item, lines, authorOf(work, room, `merge:${by.member}`))
  })
  const item = findDraftItem(work.doc(room), id) as DraftItem
  const fact = { sources: [sourceOf(passage, merge)], itemHash: itemHash(item) }
  return { kind: 'item', item, fact, taken: takenFrom(passage), lines }
}

function takenFrom({ topic, id, words }: PlannedPassage): Record<string, string> {
  return { [passageKey(topic, id)]: words }
}

function keysOf(parent: FoundParent): string[] {
  return parent.kind === 'passage'
    ? [passageKey(parent.passage.topic, parent.passage.id)]
    : (parent.fact?.sources ?? []).map(sourceKey)
}

/** Joins what stands behind all of them; a passage that stands behind two, once an item was split, counts once. */
function joined(
  target: FoundItem,
  others: readonly FoundParent[],
  merge: number,
  wasRewritten: boolean,
): { readonly fact: ProvenanceFact; readonly taken: Record<string, string> } {
  const sources = new Map<string, SourceFact>()
  const taken: Record<string, string> = {}
  for (const parent of [target, ...others]) {
    const own = parent.kind === 'item' ? (parent.fact?.sources ?? []) : [sourceOf(parent.passage, merge)]
    for (const source of own) {
      const known = sources.get(sourceKey(source))
      sources.set(sourceKey(source), known === undefined ? source : asTold(known, [source]))
    }
    const words = parent.kind === 'item' ? parent.taken : takenFrom(parent.passage)
    for (const [key, said] of Object.entries(words)) taken[key] ??= said
  }
  // Left alone, an item that somebody has edited is still one that somebody has edited.
  const known = wasRewritten ? undefined : target.fact?.itemHash
  return { fact: { sources: [...sources.values()], itemHash: known ?? itemHash(target.item) }, taken }
}

function writeFacts(
  { work, by, merge }: CombineContext,
  readable: ReadonlyMap<string, TopicReaders>,
  target: FoundItem,
  others: readonly FoundParent[],
  records: ReadonlyMap<string, ItemRecord>,
  made: readonly string[],
): void {
  const { id } = target.item
  const gone = others.flatMap((other) => (other.kind === 'item' ? [other.item.id] : []))
  const { fact, taken } = joined(target, others, merge, records.get(id)?.before != null)
  const divided = divideProvenance(new Map(fact.sources.length > 0 ? [[id, fact]] : []), readable)
  work.write(draftingRoom(by.meeting), (_, doc) => {
    const known = takenOf(doc)
    if (Object.keys(taken).length > 0) known.set(id, taken)
    for (const other of gone) if (known.has(other)) known.delete(other)
    writeWithheld(doc, [id, ...gone], divided.drafting)
    recordsOf(doc).set(String(merge), Object.fromEntries(records))
  })
  work.write(ledgerRoom(by.meeting), (_, doc) => {
    for (const [item, told] of divided.ledger) setFact(doc, 'provenance', item, told)
    const provenance = doc.getMap('provenance')
    for (const other of gone) if (provenance.has(other)) provenance.delete(other)
    for (const item of made) setFact(doc, 'itemFacts', item, { status: 'proposed' })
    const merged: MergeFact = {
      ...{
        at: work.at,
        by: by.member,
        items: made,
        changed: [...records.keys()],
        combined: id,
        undone: null,
      },
    }
    setFact(doc, 'merges', String(merge), merged)
  })
}
