import '../../manners/comment-marks.css'
import { nanoid } from 'nanoid'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { ThreadSubject } from '../../../shared/threads/thread-facts.ts'
import type { CommentMark } from '../../editor/manners/comment-marks.ts'
import { passageClass } from '../../editor/manners/comment-pieces.ts'
import { useText } from '../../i18n/text.tsx'
import { Toolbar } from '../../manners/toolbar.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useShellWidth } from '../../shell/shell-width.tsx'
import { type ShortcutGroup, useShortcuts } from '../../shell/shortcuts.tsx'
import type { ShownThread } from '../../threads/thread.ts'
import type { BegunThread } from '../../threads/thread-list.tsx'
import { useBegunThreads } from '../../threads/use-begun-threads.ts'
import { useCommentKey } from '../../threads/use-comment-key.ts'
import { useDrafts } from '../../threads/use-drafts.ts'
import { useSelectedThread } from '../../threads/use-selected-thread.ts'
import { useThreads } from '../../threads/use-threads.ts'
import { bringUnlessSeen } from '../../ui/bring-into-sight.ts'
import { useToast } from '../../ui/toast.tsx'
import { selectedPassage } from './comment-selection.ts'
import type { NotesDesk } from './notes-desk.ts'
import type { NotesThreads } from './thread-state.ts'
import { useFromDesk } from './use-desk.ts'
import { type Places, useThreadPlaces } from './use-thread-places.ts'

const LOOKS = ['bold', 'italic', 'underline', 'strike'] as const

interface CommentLayerProps {
  desk: NotesDesk
  topic: Topic
  writes: boolean
  /** Told again at each change, for the panel. */
  onThreads(threads: NotesThreads): void
}

/** What comments are in the text column: marks under their passages, the key and the toolbar that begin one. */
export function CommentLayer({ desk, topic, writes, onThreads }: CommentLayerProps) {
  const { t } = useText()
  const { may } = useMeeting()
  const drafts = useDrafts()
  const toast = useToast()
  const isMine = useCallback(
    (subject: ThreadSubject) => subject.on === 'notes' && subject.topic === topic.id,
    [topic.id],
  )
  const threads = useThreads(`notes/${topic.id}`, isMine)
  const begun = useBegunThreads(threads, isMine)
  const { selected, select } = useSelectedThread()
  const located = useMemo(() => [...threads, ...begun], [threads, begun])
  const places = useThreadPlaces(desk, located)
  const isKnown = useFromDesk(desk, ({ who }) => who !== null)
  const detached = useMemo(
    // Before the server has told what was moved where, a passage may seem to be gone that is not.
    () => new Set(isKnown ? threads.flatMap(({ id }) => (places.has(id) ? [] : [id])) : []),
    [threads, places, isKnown],
  )
  const mayComment = may('comment') || may('comment-internally')
  const begin = useCallback(() => {
    const passage = selectedPassage(desk)
    if (passage === null) {
      toast.show(t('threads.selectFirst'))
      return
    }
    const id = nanoid()
    const subject = { on: 'notes', topic: topic.id, passage } as const
    drafts.set(`thread:${id}`, { text: '', mentions: [], subject, internal: false, at: Date.now() })
    select(id)
  }, [desk, drafts, topic.id, toast, t, select])
  const leave = useCallback(() => focusText(desk), [desk])
  const state = useMemo<NotesThreads>(
    () => ({ threads, places, detached, begun, selected, select, begunDone: select, begin, leave }),
    [threads, places, detached, begun, selected, select, begin, leave],
  )
  useLayoutEffect(() => onThreads(state), [onThreads, state])
  useMarks(desk, threads, begun, places, selected)
  useEffect(() => {
    desk.comments.onPress = select
    return () => {
      desk.comments.onPress = null
    }
  }, [desk, select])
  useArrivalAtThread(desk, selected, places)
  useCommentKey(mayComment ? begin : null)
  useShortcuts(useKeys(mayComment, writes))
  return (
    <Toolbar
      text={desk.editor.view.dom}
      desk={writes ? desk : null}
      looks={LOOKS}
      linkOf={(line) => `${window.location.pathname}#${encodeURIComponent(line)}`}
      onComment={mayComment ? begin : null}
      onLeave={leave}
    />
  )
}

/** Marks the passages of threads that are open, and of those that are being begun. */
function useMarks(
  desk: NotesDesk,
  threads: readonly ShownThread[],
  begun: readonly BegunThread[],
  places: Places,
  selected: string | null,
): void {
  const { t } = useText()
  const isPhone = useShellWidth() === 'phone'
  useLayoutEffect(() => {
    const open = threads.filter(({ id, resolved }) => resolved === null || id === selected)
    desk.comments.set(
      [...open, ...begun].flatMap((thread): CommentMark[] => {
        const place = places.get(thread.id)
        if (place === undefined) return []
        const { block, from, to } = place
        const count = 'comments' in thread ? thread.comments.length : 0
        const chip = isPhone && count > 0 ? { count, label: t('threads.count', { count }) } : null
        return [{ thread: thread.id, block, from, to, isSelected: thread.id === selected, chip }]
      }),
    )
  }, [desk, threads, begun, places, selected, isPhone, t])
}

/** Brings the passage of a thread into sight that somebody came to by its link. */
function useArrivalAtThread(desk: NotesDesk, selected: string | null, places: Places): void {
  const arrived = useRef<string | null>(null)
  useEffect(() => {
    if (selected === null || arrived.current === selected || !places.has(selected)) return
    arrived.current = selected
    const passage = desk.editor.view.dom.querySelector(`.${CSS.escape(passageClass(selected))}`)
    if (passage !== null) bringUnlessSeen(passage)
  }, [desk, selected, places])
}

function focusText({ editor: { view } }: NotesDesk): void {
  // Where the panel is a sheet, it gives the focus back by itself when it closes.
  if (view.editable) view.focus()
  else view.dom.focus({ preventScroll: true })
}

function useKeys(mayComment: boolean, writes: boolean): ShortcutGroup {
  const { t } = useText()
  return useMemo(
    () => ({
      title: t('threads.keys.title'),
      shortcuts: [
        ...(mayComment ? [{ keys: [['Mod', 'Alt', 'M']], does: t('threads.keys.comment') }] : []),
        ...(mayComment && !writes ? [{ keys: [['↑'], ['↓']], does: t('threads.keys.line') }] : []),
        { keys: [['N'], ['Shift', 'N']], does: t('threads.keys.next') },
        ...(mayComment ? [{ keys: [['Mod', 'Enter']], does: t('threads.keys.send') }] : []),
        ...(mayComment ? [{ keys: [['R']], does: t('threads.keys.resolve') }] : []),
        { keys: [['Esc']], does: t('threads.keys.back') },
      ],
    }),
    [t, mayComment, writes],
  )
}
