import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { SheetAsk } from '../../editor/notes/capture-options.ts'
import type { Topic } from '../../meeting/meeting.ts'
import { Page } from '../../shell/page.tsx'
import { useShellWidth } from '../../shell/shell-width.tsx'
import { WritingEnded } from '../../shell/writing-ended.tsx'
import type { RoomClient } from '../../sync/room-client.ts'
import { isRefused } from '../../sync/room-state.ts'
import { useRoomField } from '../../sync/use-room.ts'
import { again } from '../../ui/again.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AuthorshipBar } from './authorship-bar.tsx'
import { FindOpener } from './find-opener.tsx'
import { FollowBar } from './follow-bar.tsx'
import { NotesFooter } from './notes-footer.tsx'
import type { NotesHeader } from './notes-header.tsx'
import { NotesMenu } from './notes-menu.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { NotesText } from './notes-text.tsx'
import { type NotesTab, tabOf } from './panel-tab.ts'
import { PhoneBar } from './phone-bar.tsx'
import { SpeechMenu } from './speech-menu.tsx'
import { useStatementImport } from './statement-import.tsx'
import type { NotesThreads } from './thread-state.ts'
import { useAuthorshipKey } from './use-authorship-key.ts'
import { useDesk } from './use-desk.ts'
import { useNotesShortcuts } from './use-notes-shortcuts.ts'

// After the text.
const CommentLayer = lazy(
  again(async () => ({ default: (await import('./comment-layer.tsx')).CommentLayer })),
)
const FateLayer = lazy(again(async () => ({ default: (await import('./fate-layer.tsx')).FateLayer })))
const MarksLayer = lazy(again(async () => ({ default: (await import('./marks-layer.tsx')).MarksLayer })))
const CorrectionMarks = lazy(
  again(async () => ({
    default: (await import('./correction-marks.tsx')).CorrectionMarks,
  })),
)
const SpeechLayer = lazy(again(async () => ({ default: (await import('./speech-layer.tsx')).SpeechLayer })))
// On phones alone.
const CaptureSheet = lazy(
  again(async () => ({ default: (await import('./capture-sheet.tsx')).CaptureSheet })),
)

interface OpenNotesProps {
  client: RoomClient
  topic: Topic
  header: NotesHeader
  /** Why writing ended here, for who could write. */
  ended: string | null
}

/** A topic's notes once their text is there. */
export function OpenNotes({ client, topic, header, ended }: OpenNotesProps) {
  const mayWrite = useRoomField(client, 'mayWrite')
  const link = useRoomField(client, 'link')
  const fault = useRoomField(client, 'fault')
  // After a refusal nothing more would be taken.
  const writes = mayWrite && !isRefused({ link, fault })
  const desk = useDesk(client, topic, writes)
  const width = useShellWidth()
  const [ask, setAsk] = useState<SheetAsk | null>(null)
  const [tab, setTab] = useTab()
  const [comments, setComments] = useState<NotesThreads | null>(null)
  const isPhone = width === 'phone'

  useLayoutEffect(() => desk?.setMayWrite(writes), [desk, writes])
  useLayoutEffect(() => desk?.setSheet(isPhone ? setAsk : null), [desk, isPhone])
  useEffect(() => {
    client.watchAuthorship(true)
    return () => client.watchAuthorship(false)
  }, [client])
  useAuthorshipKey(desk)
  useNotesShortcuts(writes)
  const statement = useStatementImport(desk, topic, writes)

  const footer =
    !writes || desk === null ? undefined : isPhone ? (
      <PhoneBar desk={desk} onAsk={setAsk} onComment={comments?.begin} />
    ) : (
      <NotesFooter desk={desk} />
    )
  return (
    <Page
      {...header}
      kicker={
        <>
          {header.kicker}
          <SpeechMenu />
        </>
      }
      actions={
        <>
          {statement?.button}
          {desk !== null && (
            <NotesMenu
              desk={desk}
              topic={topic}
              comments={comments}
              writes={writes}
              onOutline={() => setTab('outline')}
            />
          )}
        </>
      }
      {...(footer !== undefined && { footer })}
      panel={desk && <NotesPanel desk={desk} topic={topic} comments={comments} tab={tab} onTab={setTab} />}
    >
      <WritingEnded client={client} reason={ended} />
      {statement?.layer}
      {desk === null ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <FindOpener desk={desk} />
          <AuthorshipBar desk={desk} onPanel={() => setTab('authorship')} />
          <div className="comment-ground">
            <NotesText desk={desk} writes={writes} />
            <Suspense fallback={null}>
              <CorrectionMarks desk={desk} topic={topic} />
            </Suspense>
            <Suspense fallback={null}>
              <FateLayer desk={desk} topic={topic} />
            </Suspense>
            <Suspense fallback={null}>
              <CommentLayer desk={desk} topic={topic} writes={writes} onThreads={setComments} />
            </Suspense>
            <Suspense fallback={null}>
              <SpeechLayer desk={desk} comments={comments} />
            </Suspense>
            <FollowBar desk={desk} />
          </div>
          <Suspense fallback={null}>
            <MarksLayer desk={desk} topic={topic} writes={writes} />
          </Suspense>
          {ask !== null && (
            <Suspense fallback={null}>
              <CaptureSheet desk={desk} ask={ask} onClose={() => setAsk(null)} />
            </Suspense>
          )}
        </>
      )}
    </Page>
  )
}

/** The panel's tab: in the address, so that links lead to it and Back closes it where it lies over the text. */
function useTab(): [NotesTab | null, (tab: NotesTab | null) => void] {
  const [search, setSearch] = useSearchParams()
  const set = useCallback(
    (tab: NotesTab | null) => {
      const after = new URLSearchParams(window.location.search)
      if (tab !== null) after.set('panel', tab)
      else {
        after.delete('panel')
        after.delete('thread')
      }
      setSearch(after)
    },
    [setSearch],
  )
  return [tabOf(search.get('panel')), set]
}
