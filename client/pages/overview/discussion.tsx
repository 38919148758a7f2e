import './discussion.css'
import { MessageSquarePlus } from 'lucide-react'
import { nanoid } from 'nanoid'
import { useCallback, useEffect, useRef } from 'react'
import type { ThreadSubject } from '../../../shared/threads/thread-facts.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { ThreadList, useThreadFilter } from '../../threads/thread-list.tsx'
import { useBegunThreads } from '../../threads/use-begun-threads.ts'
import { useCommentNews } from '../../threads/use-comment-news.ts'
import { useDrafts } from '../../threads/use-drafts.ts'
import { useSelectedThread } from '../../threads/use-selected-thread.ts'
import { useThreads } from '../../threads/use-threads.ts'
import { Button } from '../../ui/button.tsx'

const NONE: ReadonlySet<string> = new Set()
const isOnMeeting = (subject: ThreadSubject): boolean => subject.on === 'meeting'

interface DiscussionProps {
  /** A comment was asked for before this was loaded. */
  begins: boolean
}

/** Threads on the meeting itself: what is about no single passage or recommendation. A part of its own in the build. */
export function Discussion({ begins }: DiscussionProps) {
  const { t } = useText()
  const { may } = useMeeting()
  const drafts = useDrafts()
  const threads = useThreads('ledger', isOnMeeting)
  const begun = useBegunThreads(threads, isOnMeeting)
  const { selected, select } = useSelectedThread()
  const { filter, setFilter } = useThreadFilter(threads, NONE, selected)
  const heading = useRef<HTMLHeadingElement>(null)
  useArrivalAtThread(
    selected,
    threads.some(({ id }) => id === selected),
  )
  useCommentNews(threads)
  const begin = useCallback(() => {
    const subject = { on: 'meeting' } as const
    drafts.set(`thread:${nanoid()}`, { text: '', mentions: [], subject, internal: false, at: Date.now() })
  }, [drafts])
  const hasBegun = useRef(!begins)
  useEffect(() => {
    if (hasBegun.current) return
    hasBegun.current = true
    begin()
  }, [begin])
  const mayComment = may('comment') || may('comment-internally')
  return (
    <section className="discussion" aria-labelledby="overview-discussion">
      <div className="discussion-head">
        <h2 id="overview-discussion" className="overview-heading" ref={heading} tabIndex={-1}>
          {t('overview.discussion')}
        </h2>
        {mayComment && begun.length === 0 && (
          <Button variant="quiet" size="small" icon={MessageSquarePlus} onPress={begin}>
            {t('overview.newComment')}
          </Button>
        )}
      </div>
      <ThreadList
        threads={threads}
        detached={NONE}
        selected={selected}
        begun={begun}
        none={t('overview.noDiscussion')}
        filter={filter}
        onFilter={setFilter}
        onSelect={select}
        onBegunDone={select}
        onLeave={() => heading.current?.focus()}
      />
    </section>
  )
}

/** Brings the thread that a link leads to into sight, once. */
function useArrivalAtThread(selected: string | null, isThere: boolean): void {
  const arrived = useRef<string | null>(null)
  useEffect(() => {
    if (selected === null || !isThere || arrived.current === selected) return
    arrived.current = selected
    const card = document.querySelector(`[data-thread-card="${CSS.escape(selected)}"]`)
    card?.scrollIntoView({ block: 'nearest' })
  }, [selected, isThere])
}
