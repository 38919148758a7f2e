import type {
  CommentFact,
  CommentPart,
  ThreadRoom,
  ThreadSubject,
} from '../../shared/threads/thread-facts.ts'
import type { Refusal } from '../outbox/entry.ts'
import type { ThreadWish } from '../outbox/thread-wish.ts'

/** A comment as pages show it: what the server has told, and what waits to be sent. */
export interface ShownComment extends CommentFact {
  readonly id: string
  /** What this device still has to send about it; null: nothing. */
  readonly waiting: Waiting | null
}

/** A wish on its way. */
export interface Waiting {
  /** The outbox's own name for it. */
  readonly entry: string
  readonly does: ThreadWish['does']
  /** Why the server did not take it; null: it has not answered yet. */
  readonly refused: Refusal | null
}

/** A thread as pages show it, with its comments in the order of their hours. */
export interface ShownThread {
  readonly id: string
  readonly room: ThreadRoom
  readonly subject: ThreadSubject
  readonly at: number
  readonly by: string
  readonly resolved: { readonly at: number; readonly by: string } | null
  readonly comments: readonly ShownComment[]
  /** What this device still has to send about whether it is resolved; null: nothing. */
  readonly waiting: Waiting | null
}

/** Tells whether only the drafting group is sent a thread. */
export function isInternal({ room }: Pick<ShownThread, 'room'>): boolean {
  return room === 'drafting'
}

/** Tells whether a comment says anything: it has words or names somebody. */
export function hasWords(parts: readonly CommentPart[]): boolean {
  return parts.some((part) => typeof part !== 'string' || part.trim() !== '')
}
