import type { ThreadSubject } from '../../shared/threads/thread-facts.ts'
import type { ThreadWish } from '../outbox/thread-wish.ts'
import type { ShownThread } from './thread.ts'

/** Gives the address, inside Minuta, that shows a thread where it stands. */
export function threadPath(meeting: string, thread: string, subject: ThreadSubject): string {
  const home = `/m/${meeting}`
  const query = `panel=comments&thread=${encodeURIComponent(thread)}`
  switch (subject.on) {
    case 'notes':
      return `${home}/topics/${subject.topic}?${query}`
    case 'item':
      return `${home}/draft/${subject.item}?${query}`
    case 'meeting':
      return `${home}?${query}`
  }
}

/** Gives the address that shows the thread of a wish; null: nothing that was told to this page says where it stands. */
export function wishPath(meeting: string, wish: ThreadWish, told: readonly ShownThread[]): string | null {
  if (wish.does === 'open') return threadPath(meeting, wish.thread, wish.subject)
  const { thread, room } = wish
  if (room.startsWith('notes/'))
    return `/m/${meeting}/topics/${room.slice('notes/'.length)}?panel=comments&thread=${encodeURIComponent(thread)}`
  const found = told.find((each) => each.id === thread && each.room === room)
  return found === undefined ? null : threadPath(meeting, thread, found.subject)
}
