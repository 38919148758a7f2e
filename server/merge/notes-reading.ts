import type * as Y from 'yjs'
import type { MeetingId, RoomName } from '../../shared/ids/ids.ts'
import { readFullProvenance } from '../../shared/meeting/full-provenance.ts'
import { readAgenda, readFacts } from '../../shared/meeting/read-ledger.ts'
import type { TopicNotes } from '../../shared/merge/new-passages.ts'
import type { PlanInput } from '../../shared/merge/plan.ts'
import { plannedItems, readTaken } from '../../shared/merge/read-draft.ts'
import { readPassages } from '../../shared/notes/passage.ts'
import { can } from '../../shared/permissions/can.ts'
import type { TopicReaders } from '../../shared/permissions/principal.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import type { Rights } from '../draft/current-rights.ts'
import { draftingRoom, draftRoom, ledgerRoom, notesRoom } from '../draft/room-names.ts'

/** Gives the topics whose notes somebody may read, with all who may: nothing of the others is planned for them. */
export function readableTopics({ principal, facts }: Rights): ReadonlyMap<string, TopicReaders> {
  const { meeting, phase } = facts
  return new Map(
    [...facts.topics].filter(([id, readers]) =>
      can(principal, 'read-notes', { meeting, phase, topic: { id, readers } }),
    ),
  )
}

/** Reads the notes of these topics as they are now, in the agenda's order. */
export function readNotes(
  docOf: (room: RoomName) => Y.Doc,
  meeting: MeetingId,
  topics: ReadonlyMap<string, TopicReaders>,
): TopicNotes[] {
  return readAgenda(docOf(ledgerRoom(meeting))).flatMap(([topic, { cap }]) => {
    if (!topics.has(topic)) return []
    const blocks = renderBlocks(docOf(notesRoom(meeting, topic)).getText('text'))
    return [{ topic, cap, passages: readPassages(topic, blocks) }]
  })
}

/**
 * Reads what a plan is made from, as it is now: these topics' notes, in the agenda's order, the draft, and where its items
 * come from, also what the ledger withholds of it.
 */
export function readPlanInput(
  docOf: (room: RoomName) => Y.Doc,
  meeting: MeetingId,
  topics: ReadonlyMap<string, TopicReaders>,
): PlanInput {
  const ledger = docOf(ledgerRoom(meeting))
  const drafting = docOf(draftingRoom(meeting))
  const sections = readAgenda(ledger).map(([topic]) => topic)
  return {
    notes: readNotes(docOf, meeting, topics),
    provenance: readFullProvenance(ledger, drafting),
    items: plannedItems(docOf(draftRoom(meeting)), sections, readFacts(ledger, 'itemFacts')),
    taken: readTaken(drafting),
  }
}
