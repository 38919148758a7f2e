import { nanoid } from 'nanoid'
import type * as Y from 'yjs'
import { type DraftItem, findDraftItem, itemHash } from '../../shared/draft/draft-item.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import type { MemberId } from '../../shared/ids/ids.ts'
import type { ProvenanceFact, SourceFact } from '../../shared/meeting/facts.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import { choose, type Taken } from '../../shared/merge/choose.ts'
import { type ItemLine, itemLines } from '../../shared/merge/item-lines.ts'
import type { Choice, MergeResult, PlannedPassage } from '../../shared/merge/merge-plan.ts'
import { mergedPassages } from '../../shared/merge/passage-key.ts'
import { type PlanInput, plan } from '../../shared/merge/plan.ts'
import { reword } from '../../shared/merge/reword.ts'
import type { MemberPrincipal, TopicReaders } from '../../shared/permissions/principal.ts'
import type { Work } from '../commands/commands.ts'
import { makeItem, type NewItem } from '../draft/new-item.ts'
import { ranksAtEnd } from '../draft/ranks.ts'
import { draftingRoom, draftRoom, ledgerRoom, notesRoom } from '../draft/room-names.ts'
import { setFact } from '../draft/set-fact.ts'
import { divideProvenance } from './divide-provenance.ts'
import { readPlanInput } from './notes-reading.ts'

/** An item that this merge makes. */
interface MergedItem extends NewItem {
  readonly passage: PlannedPassage
  readonly lines: readonly ItemLine[]
}

/**
 * Carries out choices against the notes of `topics` as they are now. What no longer stands is said and left alone
 * (MG3). The text of an item arrives under whoever typed it in the notes; `by` is who merges.
 */
export function applyMerge(
  work: Work,
  by: MemberPrincipal,
  topics: ReadonlyMap<string, TopicReaders>,
  choices: readonly Choice[],
): MergeResult {
  const { meeting, member } = by
  const input = readPlanInput((room) => work.doc(room), meeting, topics)
  const { taken, again } = choose(plan(input), choices, mergedPassages(input.provenance))
  if (taken.length === 0) return { merge: null, items: [], again }
  const ledger = ledgerRoom(meeting)
  const draft = draftRoom(meeting)
  const items = itemsOf(work.doc(draft), taken, textFrom(work, input, by))
  const merge = nextNumber(work.doc(ledger))
  work.write(draft, (_, doc) => {
    for (const item of items) {
      makeItem(doc, item, item.lines, (author, insert) => {
        work.writeAs(draft, author as MemberId | null, `merge:${member}`, insert)
      })
    }
  })
  const divided = divideProvenance(provenanceOf(items, work.doc(draft), merge), topics)
  if (divided.drafting.size > 0) {
    work.write(draftingRoom(meeting), (_, doc) => {
      for (const [id, sources] of divided.drafting) doc.getMap('provenance').set(id, sources)
    })
  }
  work.write(ledger, (_, doc) => {
    for (const [id, fact] of divided.ledger) {
      setFact(doc, 'provenance', id, fact)
      setFact(doc, 'itemFacts', id, { status: 'proposed' })
    }
    const made = items.map(({ id }) => id)
    setFact(doc, 'merges', String(merge), { at: work.at, by: member, items: made, undone: null })
  })
  return { merge, items: items.map(({ id }) => id), again }
}

/** Gives the items in the plan's order, each after the last one of its section, those taken before it included. */
function itemsOf(
  draft: Y.Doc,
  taken: readonly Taken[],
  textOf: (taken: Taken) => readonly ItemLine[],
): MergedItem[] {
  const ranks = new Map<string, string[]>()
  for (const section of new Set(taken.map(({ proposal }) => proposal.section))) {
    const inside = taken.filter(({ proposal }) => proposal.section === section)
    ranks.set(section, ranksAtEnd(draft, section, inside.length))
  }
  return taken.map((each) => {
    const { section, passage } = each.proposal
    const rank = ranks.get(section)?.shift() as string
    return { id: nanoid(), type: 'recommendation', section, rank, passage, lines: textOf(each) }
  })
}

function textFrom(work: Work, { notes }: PlanInput, by: MemberPrincipal): (taken: Taken) => ItemLine[] {
  const passages = new Map(
    notes.flatMap((topic) => topic.passages).map((passage) => [nameOf(passage), passage]),
  )
  return ({ proposal, words }) => {
    const { topic } = proposal.passage
    const blocks = passages.get(nameOf(proposal.passage))?.blocks ?? []
    const lines = itemLines(blocks, work.authorship(notesRoom(by.meeting, topic)))
    const worded = words === null ? lines : reword(lines, words, by.member)
    if (worded.length === 0) throw new MinutaError('bad-request', 'A recommendation needs words.')
    return worded
  }
}

// With the hash: a line may stand twice under one id (TX8).
function nameOf({ topic, id, hash }: Pick<PlannedPassage, 'topic' | 'id' | 'hash'>): string {
  return `${topic}/${id}/${hash}`
}

function provenanceOf(
  items: readonly MergedItem[],
  draft: Y.Doc,
  merge: number,
): Map<string, ProvenanceFact> {
  return new Map(
    items.map(({ id, passage }) => {
      const hash = itemHash(findDraftItem(draft, id) as DraftItem)
      return [id, { sources: [sourceOf(passage, merge)], itemHash: hash }]
    }),
  )
}

function sourceOf({ topic, blocks, hash, speaker, attribution }: PlannedPassage, merge: number): SourceFact {
  return { topic, blocks, hash, speaker, attribution, merge }
}

function nextNumber(ledger: Y.Doc): number {
  return Math.max(0, ...[...readFacts(ledger, 'merges').keys()].map(Number)) + 1
}
