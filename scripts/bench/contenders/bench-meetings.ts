import { join } from 'node:path'
import { DurableFile } from '../../../server/registry/durable-file.ts'
import { type RegistryData, registryShape } from '../../../server/registry/registry-shape.ts'
import { testMeeting, testMember } from '../../../server/registry/testing/meeting.ts'
import { hashOf, makeToken } from '../../../server/registry/tokens.ts'

/** How large a data folder is to be. */
export interface MeetingsSize {
  readonly rooms: number
  /** Each a rapporteur in every meeting, with one sign-in. */
  readonly members: number
}

const TOPICS_PER_MEETING = 20

/** Names a room: all servers are given the same names. */
export function roomName(index: number): string {
  const meeting = Math.floor(index / TOPICS_PER_MEETING)
  return `m/m${meeting}/notes/t${index % TOPICS_PER_MEETING}`
}

/** Makes meetings with so many topics in a data folder; gives a sign-in for each member. */
export async function makeMeetings(dataDir: string, { rooms, members }: MeetingsSize): Promise<string[]> {
  const topic = testMeeting().topics['t1'] as RegistryData['meetings'][string]['topics'][string]
  const topicIds = Array.from({ length: TOPICS_PER_MEETING }, (_, index) => `t${index}`)
  const topics = Object.fromEntries(topicIds.map((id, number) => [id, { ...topic, number }]))
  const meetingIds = Array.from({ length: Math.ceil(rooms / TOPICS_PER_MEETING) }, (_, index) => `m${index}`)
  const memberIds = Array.from({ length: members }, (_, index) => `p${index}`)
  const signIns = memberIds.map(() => makeToken())
  const data: RegistryData = {
    format: 1,
    meetings: Object.fromEntries(meetingIds.map((id) => [id, testMeeting({ topics })])),
    members: meetingIds.flatMap((meeting) =>
      memberIds.map((id) => testMember(id, { meeting, name: `Person ${id}`, topics: topicIds })),
    ),
    invitations: [],
    signIns: memberIds.map((member, index) => ({
      hash: hashOf(signIns[index] as string),
      memberships: Object.fromEntries(meetingIds.map((meeting) => [meeting, member])),
      at: Date.now(),
    })),
  }
  await new DurableFile(join(dataDir, 'registry', 'registry.json'), registryShape).write(data)
  return signIns
}
