import {
  type CommentPart,
  type ThreadRoom,
  type ThreadSubject,
  threadRoom,
} from '../../shared/threads/thread-facts.ts'
import type { Ways } from './entry.ts'

/** Something that a member wants done to a thread. Ids are made here, so that asking twice does it once (TH3). */
export type ThreadWish =
  | {
      readonly does: 'open'
      readonly thread: string
      readonly subject: ThreadSubject
      readonly internal: boolean
      readonly comment: string
      readonly parts: readonly CommentPart[]
    }
  | {
      readonly does: 'reply' | 'edit'
      readonly thread: string
      readonly room: ThreadRoom
      readonly comment: string
      readonly parts: readonly CommentPart[]
    }
  | {
      readonly does: 'delete'
      readonly thread: string
      readonly room: ThreadRoom
      readonly comment: string
    }
  | {
      readonly does: 'resolve'
      readonly thread: string
      readonly room: ThreadRoom
      readonly resolved: boolean
    }

/** Gives the room that a wish's thread is kept in, or will be. */
export function roomOf(wish: ThreadWish): ThreadRoom {
  return wish.does === 'open' ? threadRoom(wish.subject, wish.internal) : wish.room
}

/** Names a thread among those of all rooms: ids are made on many devices, and each room has its own. */
export function threadKey(room: ThreadRoom, thread: string): string {
  return `${room} ${thread}`
}

/** Says how a wish goes through the outbox. */
export function threadWays(wish: ThreadWish): Ways {
  const room = roomOf(wish)
  const makes = wish.does === 'open' ? 'thing' : wish.does === 'reply' ? 'part' : null
  return { of: threadKey(room, wish.thread), on: [], makes, room, textRoom: textRoomOf(wish) }
}

function textRoomOf(wish: ThreadWish): string | null {
  if (wish.does !== 'open' || wish.subject.on === 'meeting') return null
  return wish.subject.on === 'notes' ? `notes/${wish.subject.topic}` : 'draft'
}
