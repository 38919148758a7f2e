import type { Anchor } from '../text/anchor.ts'

/** A passage that a thread is about: its first and last character, and its words should they go (TH1). */
export interface ThreadPassage {
  readonly anchor: Anchor
  /** The words as they stood when the thread was opened, at most `MAX_QUOTE` characters. */
  readonly quote: string
  /** A few words before and after the quote, on the same line. */
  readonly before: string
  readonly after: string
}

/** What a thread is about (TH1). */
export type ThreadSubject =
  | { readonly on: 'notes'; readonly topic: string; readonly passage: ThreadPassage }
  /** Passage null: the whole recommendation. */
  | { readonly on: 'item'; readonly item: string; readonly passage: ThreadPassage | null }
  | { readonly on: 'meeting' }

/** Root `threads`, by id. Times are milliseconds since 1970, by the server's clock. */
export interface ThreadFact {
  readonly subject: ThreadSubject
  readonly at: number
  /** Member who opened it. */
  readonly by: string
  readonly resolved: { readonly at: number; readonly by: string } | null
}

/** A piece of a comment: words, or somebody who is mentioned. */
export type CommentPart = string | { readonly of: 'member' | 'mechanism'; readonly id: string }

/** Root `comments`, by id: one value per comment, so that two first comments at once are two comments. */
export interface CommentFact {
  readonly thread: string
  readonly at: number
  readonly by: string
  /** Plain words, line breaks kept, with the mentions between them. Empty once it is deleted: the stub stays (TH2). */
  readonly parts: readonly CommentPart[]
  readonly edited: number | null
  readonly deleted: number | null
}

/**
 * Where a thread is kept, as the part of a room's name after the meeting: whoever may read that room may read the
 * thread, and nobody else is ever sent it. `drafting`: it is internal to the drafting group.
 */
export type ThreadRoom = 'ledger' | 'drafting' | `notes/${string}`

/** Characters of a quote that are kept: enough to know the passage again. */
export const MAX_QUOTE = 500
/** Characters of context kept on each side of a quote. */
export const MAX_CONTEXT = 60
/** Characters of one comment, mentions counted as one each. */
export const MAX_COMMENT = 10_000

/**
 * Gives the room of a thread. Threads on notes are kept beside the notes they quote, since who may open a topic may be
 * restricted; threads on the draft and on the meeting in the ledger, which all members read.
 */
export function threadRoom(subject: ThreadSubject, isInternal: boolean): ThreadRoom {
  if (isInternal) return 'drafting'
  return subject.on === 'notes' ? `notes/${subject.topic}` : 'ledger'
}
