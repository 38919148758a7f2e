import type * as Y from 'yjs'
import type { CommentFact, ThreadFact, ThreadRoom } from '../../shared/threads/thread-facts.ts'
import type { ShownComment, ShownThread } from './thread.ts'

/** Gives the threads that a room holds, oldest first. Only the server writes there, so the shape is its word. */
export function readThreads(doc: Y.Doc, room: ThreadRoom): readonly ShownThread[] {
  const comments = new Map<string, ShownComment[]>()
  for (const [id, fact] of doc.getMap<CommentFact>('comments').entries()) {
    const list = comments.get(fact.thread) ?? []
    list.push({ ...fact, id, waiting: null })
    comments.set(fact.thread, list)
  }
  const threads = [...doc.getMap<ThreadFact>('threads').entries()].map(
    ([id, fact]): ShownThread => ({
      ...fact,
      id,
      room,
      comments: (comments.get(id) ?? []).sort(byTime),
      waiting: null,
    }),
  )
  return threads.sort(byTime)
}

/** Of one millisecond, everybody sees the same order. */
function byTime(one: { at: number; id: string }, other: { at: number; id: string }): number {
  return one.at - other.at || (one.id < other.id ? -1 : 1)
}
