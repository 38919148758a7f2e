import { useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { MoveMap } from '../../../shared/text/moves.ts'
import type { ThreadSubject } from '../../../shared/threads/thread-facts.ts'
import { passageClass } from '../../editor/manners/comment-pieces.ts'
import { useWatchedAuthorship } from '../../provenance/use-watched-authorship.ts'
import type { RoomClient } from '../../sync/room-client.ts'
import { useBegunThreads } from '../../threads/use-begun-threads.ts'
import { useCommentNews } from '../../threads/use-comment-news.ts'
import { useSelectedThread } from '../../threads/use-selected-thread.ts'
import { useThreads } from '../../threads/use-threads.ts'
import { bringUnlessSeen } from '../../ui/bring-into-sight.ts'
import { useDraft } from './draft-context.ts'
import type { PassageThread } from './draft-passages.ts'

const NO_MOVES = new MoveMap()
const isOnItem = (subject: ThreadSubject): boolean => subject.on === 'item'

/** Has the passages of open threads marked in the texts, and says of new comments. Draws nothing itself. */
export function CommentedPassages({ room }: { room: RoomClient }) {
  const threads = useThreads('ledger', isOnItem)
  const begun = useBegunThreads(threads, isOnItem)
  const { selected } = useSelectedThread()
  useCommentNews(threads)
  const passages = useMemo(
    () =>
      [...threads, ...begun].flatMap((thread): PassageThread[] => {
        const { id, subject } = thread
        if (subject.on !== 'item' || subject.passage === null) return []
        const isSelected = id === selected
        const isOpen = !('resolved' in thread) || thread.resolved === null
        return [
          { id, item: subject.item, passage: subject.passage, isMarked: isOpen || isSelected, isSelected },
        ]
      }),
    [threads, begun, selected],
  )
  // Without any, nobody needs to know what was moved where.
  return passages.length === 0 ? (
    <NoPassages />
  ) : (
    <Passages room={room} passages={passages} selected={selected} />
  )
}

function NoPassages() {
  const { desk } = useDraft()
  useLayoutEffect(() => desk.passages.set([], NO_MOVES, false), [desk])
  return null
}

interface PassagesProps {
  room: RoomClient
  passages: readonly PassageThread[]
  selected: string | null
}

function Passages({ room, passages, selected }: PassagesProps) {
  const { desk, comments } = useDraft()
  const { moves, isKnown } = useWatchedAuthorship(room)
  useLayoutEffect(() => desk.passages.set(passages, moves, isKnown), [desk, passages, moves, isKnown])
  useEffect(() => {
    desk.passages.onPress = (item, thread) => comments.show(item, thread, false)
    return () => {
      desk.passages.onPress = null
    }
  }, [desk, comments])
  useArrivalAtPassage(selected)
  return null
}

/** Brings the passage of a thread into sight that somebody came to by its link or its card. */
function useArrivalAtPassage(selected: string | null): void {
  const { desk } = useDraft()
  const placed = useSyncExternalStore(desk.passages.subscribe, desk.passages.placed)
  const arrived = useRef<string | null>(null)
  useEffect(() => {
    if (selected === null || arrived.current === selected || !placed.has(selected)) return
    arrived.current = selected
    const passage = document.querySelector(`.draft .${CSS.escape(passageClass(selected))}`)
    if (passage !== null) bringUnlessSeen(passage)
  }, [selected, placed])
}
