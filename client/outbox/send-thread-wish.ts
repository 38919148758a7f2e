import { del, patch, post } from '../api/request.ts'
import type { ThreadWish } from './thread-wish.ts'

/** Asks the server for a wish. Throws ApiError. */
export async function sendThreadWish(
  meeting: string,
  wish: ThreadWish,
  options: { readonly key: string; readonly signal: AbortSignal },
): Promise<void> {
  const threads = `/api/meetings/${encodeURIComponent(meeting)}/threads`
  const thread = `${threads}/${encodeURIComponent(wish.thread)}`
  switch (wish.does) {
    case 'open': {
      const { thread: id, subject, internal, comment, parts } = wish
      await post(threads, { id, subject, internal, comment: { id: comment, parts } }, options)
      return
    }
    case 'reply':
      await post(`${thread}/comments`, { room: wish.room, id: wish.comment, parts: wish.parts }, options)
      return
    case 'edit':
      await patch(commentPath(thread, wish.comment), { room: wish.room, parts: wish.parts }, options)
      return
    case 'delete':
      await del(`${commentPath(thread, wish.comment)}?room=${encodeURIComponent(wish.room)}`, options)
      return
    case 'resolve':
      await patch(thread, { room: wish.room, resolved: wish.resolved }, options)
  }
}

function commentPath(thread: string, comment: string): string {
  return `${thread}/comments/${encodeURIComponent(comment)}`
}
