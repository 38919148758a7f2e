import type { MeetingId, RoomName } from '../../shared/ids/ids.ts'

/** Names the room of a meeting's facts. */
export function ledgerRoom(meeting: MeetingId): RoomName {
  return `m/${meeting}/ledger` as RoomName
}

/** Names the room of a meeting's draft. */
export function draftRoom(meeting: MeetingId): RoomName {
  return `m/${meeting}/draft` as RoomName
}

/** Names the room of what only chair and rapporteurs of a meeting may know. */
export function draftingRoom(meeting: MeetingId): RoomName {
  return `m/${meeting}/drafting` as RoomName
}

/** Names the room of a topic's notes. */
export function notesRoom(meeting: MeetingId, topic: string): RoomName {
  return `m/${meeting}/notes/${topic}` as RoomName
}
