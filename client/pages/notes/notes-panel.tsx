import { lazy, Suspense } from 'react'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { Panel } from '../../shell/panel.tsx'
import type { NotesDesk } from './notes-desk.ts'

// After the text: whoever opens the notes wants to type.
const PanelTabs = lazy(async () => ({ default: (await import('./panel-tabs.tsx')).PanelTabs }))

interface NotesPanelProps {
  desk: NotesDesk
  topic: Topic
  isOpen: boolean
  onClose(): void
}

/** Beside the notes: who said the line at the caret, who typed it, and as whom it may be named. */
export function NotesPanel({ desk, topic, isOpen, onClose }: NotesPanelProps) {
  const { t } = useText()
  return (
    <Panel label={t('notes.panel')} isOpen={isOpen} onClose={onClose}>
      <Suspense fallback={null}>
        <PanelTabs desk={desk} topic={topic} />
      </Suspense>
    </Panel>
  )
}
