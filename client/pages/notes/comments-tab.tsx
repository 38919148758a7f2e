import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useShellWidth } from '../../shell/shell-width.tsx'
import { filterThreads } from '../../threads/thread-filter.ts'
import { ThreadFilters } from '../../threads/thread-filters.tsx'
import { ThreadList, useThreadFilter } from '../../threads/thread-list.tsx'
import { useHeldThreads } from '../../threads/use-held-threads.ts'
import { WhyClosed } from '../../threads/why-closed.tsx'
import type { NotesDesk } from './notes-desk.ts'
import { ThreadMargin } from './thread-margin.tsx'
import type { NotesThreads } from './thread-state.ts'

interface CommentsTabProps {
  desk: NotesDesk
  comments: NotesThreads
  /** Closes the panel where it lies over the text. */
  onClose(): void
}

/** The threads of the notes: beside their passages where the panel stands beside the text, else one under the other. */
export function CommentsTab({ desk, comments, onClose }: CommentsTabProps) {
  const { t } = useText()
  const { me, may } = useMeeting()
  const width = useShellWidth()
  const { threads, detached, begun, selected, select, begunDone } = comments
  const { filter, setFilter } = useThreadFilter(threads, detached, selected)
  const lists = filterThreads(threads, detached, me.id)
  const shown = useHeldThreads(threads, lists, filter)
  const isBeside = width === 'wide' || width === 'middle'
  const leave = (): void => {
    if (!isBeside) onClose()
    comments.leave()
  }
  const none = t(
    may('comment') || may('comment-internally') ? 'threads.noneNotes' : 'threads.noneNotesReading',
  )
  if (!isBeside || filter !== 'open') {
    return (
      <ThreadList
        threads={threads}
        detached={detached}
        selected={selected}
        begun={begun}
        none={none}
        filter={filter}
        onFilter={setFilter}
        onSelect={select}
        onBegunDone={begunDone}
        onLeave={leave}
      />
    )
  }
  return (
    <div className="thread-column">
      <WhyClosed />
      {threads.length > 0 && <ThreadFilters lists={lists} selected={filter} onSelect={setFilter} />}
      {shown.length === 0 && begun.length === 0 && (
        <p className="thread-none">{threads.length === 0 ? none : t('threads.noneHere')}</p>
      )}
      <ThreadMargin desk={desk} comments={comments} threads={shown} onLeave={leave} />
    </div>
  )
}
