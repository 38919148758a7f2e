import type { ThreadSubject } from '../../shared/threads/thread-facts.ts'

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
