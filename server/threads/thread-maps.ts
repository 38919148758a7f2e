import type * as Y from 'yjs'
import type { CommentFact, ThreadFact } from '../../shared/threads/thread-facts.ts'

/** Gives the threads of a room, by id. Only the server writes there, so the shape is its word. */
export function threadsOf(doc: Y.Doc): Y.Map<ThreadFact> {
  return doc.getMap<ThreadFact>('threads')
}

/** Gives the comments of a room, by id. */
export function commentsOf(doc: Y.Doc): Y.Map<CommentFact> {
  return doc.getMap<CommentFact>('comments')
}
