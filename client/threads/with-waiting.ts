import type { Entry } from '../outbox/entry.ts'
import { roomOf, type ThreadWish, threadKey } from '../outbox/thread-wish.ts'
import type { ShownComment, ShownThread, Waiting } from './thread.ts'

type Changing = { -readonly [Key in keyof ShownThread]: ShownThread[Key] }

/**
 * Shows what is wished as if it were done, each with what still waits. What the server has told already is not shown
 * twice: ids are the wisher's own (TH3).
 */
export function withWaiting(
  threads: readonly ShownThread[],
  entries: readonly Entry<ThreadWish>[],
  me: string,
): readonly ShownThread[] {
  if (entries.length === 0) return threads
  const shown = new Map<string, Changing>(
    threads.map((thread) => [threadKey(thread.room, thread.id), { ...thread }]),
  )
  for (const entry of entries) apply(shown, entry, me)
  return [...shown.values()]
}

function apply(shown: Map<string, Changing>, entry: Entry<ThreadWish>, me: string): void {
  const { wish, at } = entry
  const waiting = waitingOf(entry)
  const key = threadKey(roomOf(wish), wish.thread)
  if (wish.does === 'open') {
    if (!shown.has(key)) shown.set(key, openedBy(wish, at, me))
    addComment(shown.get(key), wish.thread, wish, at, me, waiting)
    return
  }
  const thread = shown.get(key)
  if (thread === undefined) return
  switch (wish.does) {
    case 'reply':
      addComment(thread, wish.thread, wish, at, me, waiting)
      return
    case 'edit':
      changeComment(thread, wish.comment, (comment) => ({
        ...comment,
        waiting,
        // A refused wish is not done: its words stand in the notice.
        ...(entry.refused === null && { parts: wish.parts, edited: comment.edited ?? at }),
      }))
      return
    case 'delete':
      changeComment(thread, wish.comment, (comment) => ({
        ...comment,
        waiting,
        ...(entry.refused === null && { parts: [], deleted: comment.deleted ?? at }),
      }))
      return
    case 'resolve':
      thread.waiting = waiting
      if (entry.refused === null) thread.resolved = wish.resolved ? (thread.resolved ?? { at, by: me }) : null
  }
}

function openedBy(wish: Extract<ThreadWish, { does: 'open' }>, at: number, me: string): Changing {
  const { thread: id, subject } = wish
  return { id, room: roomOf(wish), subject, at, by: me, resolved: null, comments: [], waiting: null }
}

function addComment(
  thread: Changing | undefined,
  id: string,
  { comment, parts }: Pick<Extract<ThreadWish, { does: 'open' | 'reply' }>, 'comment' | 'parts'>,
  at: number,
  me: string,
  waiting: Waiting | null,
): void {
  if (thread === undefined || thread.comments.some((each) => each.id === comment)) return
  const made: ShownComment = {
    id: comment,
    thread: id,
    at,
    by: me,
    parts,
    edited: null,
    deleted: null,
    waiting,
  }
  thread.comments = [...thread.comments, made]
}

function changeComment(thread: Changing, id: string, change: (comment: ShownComment) => ShownComment): void {
  thread.comments = thread.comments.map((comment) => (comment.id === id ? change(comment) : comment))
}

function waitingOf({ id, wish, refused, isSent }: Entry<ThreadWish>): Waiting | null {
  return isSent ? null : { entry: id, does: wish.does, refused }
}
