import './coverage.css'
import { useCallback, useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Page } from '../../shell/page.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CoverageView } from './coverage-view.tsx'
import { NotesReader, type ReadNotes } from './notes-reader.tsx'

/** Where what was said led, for chair and rapporteurs: which interventions, mechanisms and regions stand behind nothing. */
export function CoveragePage() {
  const { t } = useText()
  const { may } = useMeeting()
  if (may('read-drafting')) return <Coverage />
  return (
    <Page title={t('coverage.title')} at="coverage">
      <EmptyState title={t('coverage.notYours')} />
    </Page>
  )
}

function Coverage() {
  const { t } = useText()
  const { topics, may } = useMeeting()
  const [notes, setNotes] = useState<ReadonlyMap<string, ReadNotes>>(new Map())
  const handleNotes = useCallback((topic: string, read: ReadNotes) => {
    setNotes((before) => new Map(before).set(topic, read))
  }, [])
  const readable = topics.filter((topic) => may('read-notes', { topic }))
  const isHere = readable.every((topic) => notes.has(topic.id))
  const readers = readable.map((topic) => (
    <NotesReader key={topic.id} topic={topic.id} onNotes={handleNotes} />
  ))
  if (isHere)
    return (
      <>
        {readers}
        <CoverageView notes={notes} />
      </>
    )
  return (
    <Page title={t('coverage.title')} at="coverage">
      {readers}
      <Skeleton lines={6} />
    </Page>
  )
}
