import {
  type CommentPart,
  type ThreadRoom,
  type ThreadSubject,
  threadRoom,
} from '../../shared/threads/thread-facts.ts'

/** Something that a member wants done to a thread. Ids are made here, so that asking twice does it once (TH3). */
export type Wish =
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
export function roomOf(wish: Wish): ThreadRoom {
  return wish.does === 'open' ? threadRoom(wish.subject, wish.internal) : wish.room
}

/** Names a thread among those of all rooms: ids are made on many devices, and each room has its own. */
export function threadKey(room: ThreadRoom, thread: string): string {
  return `${room} ${thread}`
}

/** Why the server did not take a wish, as it said it. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly hint: string
}

/** A wish in the outbox. */
export interface Entry {
  readonly id: string
  /** Idempotency-Key of the question: another one once somebody asks again after a refusal. */
  readonly key: string
  /** When it was wished, by this device's clock, in milliseconds since 1970. */
  readonly at: number
  readonly wish: Wish
  readonly refused: Refusal | null
  /** The server has it; its rooms may not have told so yet. */
  readonly isSent: boolean
}
