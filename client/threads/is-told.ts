import { roomOf, type ThreadWish } from '../outbox/thread-wish.ts'
import type { ShownThread } from './thread.ts'

/** Tells whether what a room has told holds a wish that was carried out: then it need not be shown by itself. */
export function isTold(wish: ThreadWish, told: readonly ShownThread[]): boolean {
  const room = roomOf(wish)
  const thread = told.find((each) => each.id === wish.thread && each.room === room)
  if (thread === undefined) return false
  if (wish.does === 'resolve') return (thread.resolved !== null) === wish.resolved
  const comment = thread.comments.find(({ id }) => id === wish.comment)
  if (comment === undefined) return false
  switch (wish.does) {
    case 'open':
    case 'reply':
      return true
    case 'edit':
      return comment.deleted !== null || JSON.stringify(comment.parts) === JSON.stringify(wish.parts)
    case 'delete':
      return comment.deleted !== null
  }
}
