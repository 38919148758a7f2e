import { useEffect, useRef } from 'react'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import type { ShownThread } from '../../threads/thread.ts'
import type { NotesDesk } from './notes-desk.ts'
import type { SpeechWatch } from './speech-watch.ts'
import type { NotesThreads } from './thread-state.ts'

/** Older comments were there before, or came while there was no connection. */
const RECENT_MS = 60_000
/** The passage of a new thread is looked for first: its words may come a little later. */
const LOCATED_MS = 1000

/** Has others' comments told of, and what becomes of threads on lines that the reader wrote. Each once. */
export function useSpokenComments(
  desk: NotesDesk,
  watch: SpeechWatch | null,
  comments: NotesThreads | null,
): void {
  const { me } = useMeeting()
  const latest = useRef(comments)
  latest.current = comments
  const before = useRef<ReadonlyMap<string, ShownThread> | null>(null)
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())
  useEffect(() => {
    const waiting = timers.current
    return () => {
      for (const timer of waiting) clearTimeout(timer)
    }
  }, [])
  useEffect(() => {
    if (watch === null || comments === null) return
    const known = before.current
    before.current = new Map(comments.threads.map((thread) => [thread.id, thread]))
    if (known === null) return
    const tell = (act: () => void): void => {
      const timer = setTimeout(() => {
        timers.current.delete(timer)
        act()
      }, LOCATED_MS)
      timers.current.add(timer)
    }
    for (const thread of comments.threads) {
      const was = known.get(thread.id)
      const isOnMine = (): boolean => isOnLineOf(desk, latest.current, thread.id, me.id)
      for (const member of newCommentators(thread, was, me.id))
        tell(() => watch.tell({ what: 'commented', member, isOnMine: isOnMine() }))
      if (was === undefined || (was.resolved === null) === (thread.resolved === null)) continue
      const by = thread.resolved?.by
      // What waits on this device is the reader's own doing.
      if (by === me.id || thread.waiting !== null || was.waiting !== null) continue
      tell(() => {
        if (isOnMine()) watch.tell(by === undefined ? { what: 'reopened' } : { what: 'resolved', member: by })
      })
    }
  }, [desk, watch, comments, me.id])
}

function newCommentators(thread: ShownThread, was: ShownThread | undefined, me: string): string[] {
  const known = new Set(was?.comments.map(({ id }) => id))
  const since = Date.now() - RECENT_MS
  return thread.comments.flatMap(({ id, by, at }) => (known.has(id) || by === me || at < since ? [] : [by]))
}

/** Tells whether a thread is on a line in which a member typed, by the server's record. */
function isOnLineOf(desk: NotesDesk, comments: NotesThreads | null, thread: string, member: string): boolean {
  const place = comments?.places.get(thread)
  const block = place === undefined ? undefined : desk.blocks[place.block]
  if (block === undefined || desk.who === null) return false
  return desk.spans.of(block, desk.who).some(({ typedBy }) => typedBy === member)
}
