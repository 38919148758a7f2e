import { useEffect, useRef, useState } from 'react'
import type { MemberId } from '../../shared/ids/ids.ts'
import type { ThreadSubject } from '../../shared/threads/thread-facts.ts'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { threadKey } from '../outbox/thread-wish.ts'
import { useOutbox } from '../outbox/use-outbox.ts'
import { NewThread } from './new-thread.tsx'
import type { ShownThread } from './thread.ts'
import { ThreadCard } from './thread-card.tsx'
import { filterOf, filterThreads, type ThreadFilter } from './thread-filter.ts'
import { ThreadFilters } from './thread-filters.tsx'
import { useThreadKeys } from './thread-keys.ts'
import { useHeldThreads } from './use-held-threads.ts'
import { WhyClosed } from './why-closed.tsx'

/** A thread that somebody has begun and not sent. */
export interface BegunThread {
  readonly id: string
  readonly subject: ThreadSubject
  /** Nothing is written yet: the reader has just asked for it, and writes next. */
  readonly isNew: boolean
}

interface ThreadListProps {
  threads: readonly ShownThread[]
  /** Threads whose passage is gone. */
  detached: ReadonlySet<string>
  selected: string | null
  begun: readonly BegunThread[]
  /** What is said where there is no thread. */
  none: string
  filter: ThreadFilter
  onFilter(filter: ThreadFilter): void
  onSelect(thread: string | null): void
  onBegunDone(thread: string): void
  /** Back to the text. */
  onLeave(): void
}

/** Threads one under the other: what is being begun, then those of the filter. */
export function ThreadList(props: ThreadListProps) {
  const { threads, detached, selected, begun, none, filter, onFilter } = props
  const { onSelect, onBegunDone, onLeave } = props
  const { t } = useText()
  const { me } = useMeeting()
  const lists = filterThreads(threads, detached, me.id)
  const shown = useHeldThreads(threads, lists, filter)
  useThreadActs({ threads: shown, selected, onSelect, onLeave })
  return (
    <div className="thread-list">
      <WhyClosed />
      {threads.length > 0 && <ThreadFilters lists={lists} selected={filter} onSelect={onFilter} />}
      {begun.map(({ id, subject, isNew }) => (
        <NewThread
          key={id}
          id={id}
          subject={subject}
          autoFocus={isNew}
          onOpened={() => {
            onBegunDone(id)
            onSelect(id)
          }}
          onLeave={onLeave}
        />
      ))}
      {shown.map((thread, index) => (
        <ThreadCard
          key={threadKey(thread.room, thread.id)}
          thread={thread}
          isSelected={thread.id === selected}
          isDetached={detached.has(thread.id)}
          isTabStop={index === 0 && selected === null}
          showsQuote
          onSelect={() => onSelect(thread.id)}
          onLeave={onLeave}
        />
      ))}
      {shown.length === 0 && begun.length === 0 && (
        <p className="thread-none">{threads.length === 0 ? none : t('threads.noneHere')}</p>
      )}
    </div>
  )
}

/**
 * Gives which threads are shown. A thread that is newly chosen, or reopened, brings its filter with it; one that is
 * resolved goes, and its neighbours stay.
 */
export function useThreadFilter(
  threads: readonly ShownThread[],
  detached: ReadonlySet<string>,
  selected: string | null,
): { filter: ThreadFilter; setFilter: (filter: ThreadFilter) => void } {
  const [chosen, setChosen] = useState<ThreadFilter | null>(null)
  const before = useRef<string | null>(null)
  const thread = threads.find(({ id }) => id === selected)
  const own = thread === undefined ? null : filterOf(thread, detached)
  useEffect(() => {
    if (own === null) return
    const isNew = before.current !== selected
    before.current = selected
    setChosen((now) => (isNew || (own === 'open' && now !== 'mine') ? own : now))
  }, [selected, own])
  return { filter: chosen ?? own ?? 'open', setFilter: setChosen }
}

interface KeysProps {
  threads: readonly ShownThread[]
  selected: string | null
  onSelect(thread: string | null): void
  onLeave(): void
}

/** Has the keys of threads act on those that are shown. */
export function useThreadActs({ threads, selected, onSelect, onLeave }: KeysProps): void {
  const { may } = useMeeting()
  const outbox = useOutbox()
  useThreadKeys({
    threads,
    selected,
    mayResolve: ({ by }) => may('resolve-thread', { owner: by as MemberId }),
    select: onSelect,
    resolve: ({ id, room, resolved }) =>
      outbox.add({ does: 'resolve', thread: id, room, resolved: resolved === null }),
    leave: onLeave,
  })
}
