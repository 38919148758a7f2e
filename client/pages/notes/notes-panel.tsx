import { lazy, Suspense } from 'react'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { Panel } from '../../shell/panel.tsx'
import { again } from '../../ui/again.ts'
import type { NotesDesk } from './notes-desk.ts'
import type { NotesTab } from './panel-tab.ts'
import type { NotesThreads } from './thread-state.ts'
import { useFromDesk } from './use-desk.ts'

// After the text: whoever opens the notes wants to type.
const PanelTabs = lazy(again(async () => ({ default: (await import('./panel-tabs.tsx')).PanelTabs })))

interface NotesPanelProps {
  desk: NotesDesk
  topic: Topic
  /** Null while the threads are not read yet. */
  comments: NotesThreads | null
  /** The tab in the address; null: none was chosen. */
  tab: NotesTab | null
  onTab(tab: NotesTab | null): void
}

/** Beside the notes: what is said of them, and who typed them. */
export function NotesPanel({ desk, topic, comments, tab, onTab }: NotesPanelProps) {
  const { t } = useText()
  const showsAuthorship = useFromDesk(desk, (from) => from.showsAuthorship)
  const close = (): void => onTab(null)
  return (
    <Panel label={t('notes.panel')} isOpen={tab !== null} onClose={close}>
      <Suspense fallback={null}>
        <PanelTabs
          desk={desk}
          topic={topic}
          comments={comments}
          tab={tab ?? (showsAuthorship ? 'authorship' : 'comments')}
          onTab={onTab}
          onClose={close}
        />
      </Suspense>
    </Panel>
  )
}
