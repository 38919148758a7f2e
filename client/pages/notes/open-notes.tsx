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
import { Skeleton } from '../../ui/skeleton.tsx'
import { AuthorshipBar } from './authorship-bar.tsx'
import { NotesFooter } from './notes-footer.tsx'
import type { NotesHeader } from './notes-header.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { NotesText } from './notes-text.tsx'
import { PhoneBar } from './phone-bar.tsx'
import { useStatementImport } from './statement-import.tsx'
import { useAuthorshipKey } from './use-authorship-key.ts'
import { useDesk } from './use-desk.ts'
import { useNotesShortcuts } from './use-notes-shortcuts.ts'

// On phones alone.
const CaptureSheet = lazy(async () => ({ default: (await import('./capture-sheet.tsx')).CaptureSheet }))

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
  const desk = useDesk(client, topic)
  const width = useShellWidth()
  const [ask, setAsk] = useState<SheetAsk | null>(null)
  const [panel, setPanel] = usePanel()
  // After a refusal nothing more would be taken.
  const writes = mayWrite && !isRefused({ link, fault })
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
      <PhoneBar desk={desk} onAsk={setAsk} />
    ) : (
      <NotesFooter desk={desk} />
    )
  return (
    <Page
      {...header}
      actions={statement?.button}
      {...(footer !== undefined && { footer })}
      panel={desk && <NotesPanel desk={desk} topic={topic} isOpen={panel} onClose={() => setPanel(false)} />}
    >
      <WritingEnded client={client} reason={ended} />
      {statement?.layer}
      {desk === null ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <AuthorshipBar desk={desk} onPanel={() => setPanel(true)} />
          <NotesText desk={desk} writes={writes} />
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

/** Whether the panel is open where it lies over the text: in the address, so that Back closes it. */
function usePanel(): [boolean, (isOpen: boolean) => void] {
  const [search, setSearch] = useSearchParams()
  const set = useCallback(
    (isOpen: boolean) => {
      setSearch((before) => {
        const after = new URLSearchParams(before)
        if (isOpen) after.set('panel', 'authorship')
        else after.delete('panel')
        return after
      })
    },
    [setSearch],
  )
  return [search.has('panel'), set]
}
