import { nanoid } from 'nanoid'
import * as Y from 'yjs'
import type { MemberId, RoomName } from '../../shared/ids/ids.ts'
import { END } from '../../shared/text/atom.ts'
import type { Batch, Binding, NewEntry } from '../journal/journal.ts'
import type { SampleIntervention, SampleMeeting } from './sample-meeting.ts'

/**
 * Gives the batch that writes a sample's notes: each intervention under the clientID of whoever typed it, at its time.
 * To be appended to a journal in which none of its rooms was ever written.
 */
export function sampleBatch({ id, meeting, notes }: SampleMeeting): Batch {
  const entries: NewEntry[] = []
  const bindings: Binding[] = []
  const expected = new Map<RoomName, number>()
  for (const [topic, interventions] of Object.entries(notes)) {
    const room = `m/${id}/notes/${topic}` as RoomName
    expected.set(room, 0)
    const written = writeNotes(room, interventions, meeting.timeZone)
    entries.push(...written.entries)
    bindings.push(...written.bindings)
  }
  return { entries, facts: { bindings }, expected }
}

function writeNotes(
  room: RoomName,
  interventions: readonly SampleIntervention[],
  timeZone: string,
): { entries: NewEntry[]; bindings: Binding[] } {
  const doc = new Y.Doc()
  const entries: NewEntry[] = []
  const clients = new Map<string, number>()
  for (const intervention of interventions) {
    const { typedBy, at } = intervention
    const member = typedBy as MemberId
    // Each typist has a page of their own, so a clientID of their own.
    const client = clients.get(typedBy) ?? new Y.Doc().clientID
    clients.set(typedBy, client)
    doc.clientID = client
    const update = updateOf(doc, () => append(doc.getText('text'), intervention))
    entries.push({ room, at: instantOf(at, timeZone), member, cause: 'sample', update })
  }
  const bindings = [...clients].map(([member, client]) => ({ room, client, member: member as MemberId }))
  return { entries, bindings }
}

function append(text: Y.Text, { speaker, kind, lang, attribution, lines }: SampleIntervention): void {
  for (const [index, line] of lines.entries()) {
    const lead = index === 0 ? { lead: '1', kind, attribution } : {}
    const attributes = { id: nanoid(), v: 1, speaker, lang, ...lead }
    text.insertEmbed(text.length, new Y.Map(Object.entries(attributes)))
    text.insert(text.length, line)
    text.insertEmbed(text.length, END)
  }
}

function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  let update: Uint8Array | null = null
  const take = (emitted: Uint8Array): void => {
    update = emitted
  }
  doc.on('update', take)
  doc.transact(change)
  doc.off('update', take)
  if (update === null) throw new Error('The sample changed nothing.')
  return update
}

/** Gives the instant of a wall clock's time in a time zone: milliseconds since 1970. */
export function instantOf(local: string, timeZone: string): number {
  const asUtc = Date.parse(`${local}:00Z`)
  const shown = new Date(asUtc).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')
  return asUtc - (Date.parse(`${shown}Z`) - asUtc)
}
