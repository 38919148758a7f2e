import type { RoomName } from '../../shared/ids/ids.ts'
import type { Journal } from '../journal/journal.ts'
import type { Registry } from '../registry/registry.ts'
import { type SampleMeeting, sampleMeeting } from './sample-meeting.ts'
import { sampleBatch } from './sample-notes.ts'

/** Fills an empty data folder with the sample meeting; false when there is a meeting already. */
export async function fillEmpty(
  registry: Registry,
  journal: Journal,
  sample: SampleMeeting = sampleMeeting,
): Promise<boolean> {
  if (!registry.isEmpty) return false
  // Text first: a crash in between leaves rooms that nobody can open, and the next start finds them written.
  const rooms = Object.keys(sample.notes).map((topic) => `m/${sample.id}/notes/${topic}` as RoomName)
  const [first] = rooms
  const isWritten = first !== undefined && (await journal.read(first)) !== null
  if (!isWritten) await journal.append(sampleBatch(sample))
  const members = sample.members.map((member) => ({
    ...member,
    meeting: sample.id,
    topics: [...member.topics],
  }))
  await registry.addMeeting(sample.id, structuredClone(sample.meeting), members)
  return true
}
