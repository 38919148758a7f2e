import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { announcePolitely } from '../ui/announce.ts'
import type { ShownThread } from './thread.ts'

/** Others are told of when they pause, and not more often than this (ui.md §8). */
const PAUSE_MS = 2000
const AT_MOST_EVERY_MS = 20_000
/** Older comments were there before, or came while there was no connection. */
const RECENT_MS = 60_000

/** Has screen readers hear of others' new comments: politely, several at a time, never while they come. */
export function useCommentNews(threads: readonly ShownThread[]): void {
  const { t } = useText()
  const { me, members } = useMeeting()
  const known = useRef<ReadonlySet<string>>(new Set())
  const news = useRef<string[]>([])
  const lastTold = useRef(0)
  useEffect(() => {
    const comments = threads.flatMap((thread) => thread.comments)
    const before = known.current
    known.current = new Set(comments.map(({ id }) => id))
    for (const { id, by, at } of comments) {
      // What is read from the room when the page is opened is no news.
      if (before.has(id) || by === me.id || at < Date.now() - RECENT_MS) continue
      news.current.push(members.get(by)?.name ?? t('threads.somebody'))
    }
    if (news.current.length === 0) return
    const wait = Math.max(PAUSE_MS, lastTold.current + AT_MOST_EVERY_MS - Date.now())
    const timer = setTimeout(() => {
      const names = [...new Set(news.current)].join(', ')
      announcePolitely(t('threads.news', { count: news.current.length, names }))
      news.current = []
      lastTold.current = Date.now()
    }, wait)
    return () => clearTimeout(timer)
  }, [threads, t, me.id, members])
}
