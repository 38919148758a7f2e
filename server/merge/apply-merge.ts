import { nanoid } from 'nanoid'
import type * as Y from 'yjs'
import { type DraftItem, findDraftItem, itemHash } from '../../shared/draft/draft-item.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import type { MergeFact, ProvenanceFact } from '../../shared/meeting/facts.ts'
import { choose, type Decided } from '../../shared/merge/choose.ts'
import { type ItemLine, itemLines } from '../../shared/merge/item-lines.ts'
import type { Choice, MergeResult, PlannedPassage } from '../../shared/merge/merge-plan.ts'
import { mergedPassages, passageKey } from '../../shared/merge/passage-key.ts'
import { type PlanInput, plan } from '../../shared/merge/plan.ts'
import { reword } from '../../shared/merge/reword.ts'
import type { MemberPrincipal, TopicReaders } from '../../shared/permissions/principal.ts'
import type { Work } from '../commands/commands.ts'
import { makeItem, type NewItem } from '../draft/new-item.ts'
import { ranksAtEnd } from '../draft/ranks.ts'
import { draftingRoom, draftRoom, ledgerRoom, notesRoom } from '../draft/room-names.ts'
import { setFact } from '../draft/set-fact.ts'
import { type ChangedItem, changeItems, sourceOf } from './change-items.ts'
import { divideProvenance, writeWithheld } from './divide-provenance.ts'
import { nextMergeNumber } from './merge-number.ts'
import { recordsOf, takenOf } from './merge-record.ts'
import { readPlanInput } from './notes-reading.ts'
import { authorOf } from './rewrite-item.ts'

/** An item that this merge makes. */
interface MergedItem extends NewItem {
  readonly passage: PlannedPassage
  readonly lines: readonly ItemLine[]
}

/** Who may open the notes: of the topics that are merged, and of all that this member may read. */
export interface MergeTopics {
  readonly merged: ReadonlyMap<string, TopicReaders>
  readonly readable: ReadonlyMap<string, TopicReaders>
}

/**
 * Carries out choices against the notes of the merged topics as they are now. What no longer stands is said and left alone
 * (MG3). Words arrive in the draft under whoever typed them in the notes; `by` is who merges.
 */
export function applyMerge(
  work: Work,
  by: MemberPrincipal,
  topics: MergeTopics,
  choices: readonly Choice[],
): MergeResult {
  const { meeting } = by
  const input = readPlanInput((room) => work.doc(room), meeting, topics.merged)
  const { taken: decided, again } = choose(plan(input), choices, mergedPassages(input.provenance))
  if (decided.length === 0) return { merge: null, items: [], changed: [], again }
  const merge = nextMergeNumber(work.doc(ledgerRoom(meeting)))
  const linesOf = linesFrom(work, input, by)
  const items = itemsOf(work.doc(draftRoom(meeting)), decided, linesOf, by)
  makeItems(work, by, items)
  const { provenance, taken } = input
  const { changed, again: late } = changeItems({ work, by, merge, provenance, taken, linesOf }, decided)
  if (items.length === 0 && changed.size === 0)
    return { merge: null, items: [], changed: [], again: [...again, ...late] }
  writeFacts(work, by, merge, topics.readable, items, changed)
  return { merge, items: items.map(({ id }) => id), changed: [...changed.keys()], again: [...again, ...late] }
}

function makeItems(work: Work, { meeting, member }: MemberPrincipal, items: readonly MergedItem[]): void {
  if (items.length === 0) return
  const draft = draftRoom(meeting)
  work.write(draft, (_, doc) => {
    for (const item of items) makeItem(doc, item, item.lines, authorOf(work, draft, `merge:${member}`))
  })
}

function writeFacts(
  work: Work,
  { meeting, member }: MemberPrincipal,
  merge: number,
  readable: ReadonlyMap<string, TopicReaders>,
  items: readonly MergedItem[],
  changed: ReadonlyMap<string, ChangedItem>,
): void {
  const made = provenanceOf(items, work.doc(draftRoom(meeting)), merge)
  const facts = new Map([...made, ...[...changed].map(([id, { fact }]) => [id, fact] as const)])
  const divided = divideProvenance(facts, readable)
  work.write(draftingRoom(meeting), (_, doc) => {
    const taken = takenOf(doc)
    for (const { id, passage } of items)
      taken.set(id, { [passageKey(passage.topic, passage.id)]: passage.words })
    for (const [id, item] of changed) if (item.taken !== item.record.taken) taken.set(id, item.taken)
    writeWithheld(doc, facts.keys(), divided.drafting)
    const records = [...changed].flatMap(([id, { record, isFinal }]) =>
      isFinal ? [] : [[id, record] as const],
    )
    if (records.length > 0) recordsOf(doc).set(String(merge), Object.fromEntries(records))
  })
  work.write(ledgerRoom(meeting), (_, doc) => {
    for (const [id, fact] of divided.ledger) setFact(doc, 'provenance', id, fact)
    for (const { id } of items) setFact(doc, 'itemFacts', id, { status: 'proposed' })
    const fact: MergeFact = { at: work.at, by: member, items: items.map(({ id }) => id), undone: null }
    setFact(
      doc,
      'merges',
      String(merge),
      changed.size === 0 ? fact : { ...fact, changed: [...changed.keys()] },
    )
  })
}

/** Gives the items in the plan's order, each after the last one of its section, those taken before it included. */
function itemsOf(
  draft: Y.Doc,
  decided: readonly Decided[],
  linesOf: (passage: PlannedPassage) => readonly ItemLine[],
  { member }: MemberPrincipal,
): MergedItem[] {
  const fresh = decided.flatMap(({ proposal, words }) =>
    proposal.change === 'new' ? [{ proposal, words }] : [],
  )
  const ranks = new Map<string, string[]>()
  for (const section of new Set(fresh.map(({ proposal }) => proposal.section))) {
    const inside = fresh.filter(({ proposal }) => proposal.section === section)
    ranks.set(section, ranksAtEnd(draft, section, inside.length))
  }
  return fresh.map(({ proposal: { section, passage }, words }) => {
    const rank = ranks.get(section)?.shift() as string
    const own = linesOf(passage)
    const lines = words === null ? own : reword(own, words, member)
    if (lines.length === 0) throw new MinutaError('bad-request', 'A recommendation needs words.')
    return { id: nanoid(), type: 'recommendation', section, rank, passage, lines }
  })
}

function linesFrom(
  work: Work,
  { notes }: PlanInput,
  by: MemberPrincipal,
): (passage: PlannedPassage) => readonly ItemLine[] {
  const passages = new Map(
    notes.flatMap((topic) => topic.passages).map((passage) => [nameOf(passage), passage]),
  )
  return (passage) => {
    const blocks = passages.get(nameOf(passage))?.blocks ?? []
    return itemLines(blocks, work.authorship(notesRoom(by.meeting, passage.topic)))
  }
}

// With the hash: a line may stand twice under one id (TX8).
function nameOf({ topic, id, hash }: Pick<PlannedPassage, 'topic' | 'id' | 'hash'>): string {
  return `${topic}/${id}/${hash}`
}

function provenanceOf(items: readonly MergedItem[], draft: Y.Doc, merge: number): [string, ProvenanceFact][] {
  return items.map(({ id, passage }) => {
    const hash = itemHash(findDraftItem(draft, id) as DraftItem)
    return [id, { sources: [sourceOf(passage, merge)], itemHash: hash }]
  })
}
