import './notes.css'
import './carets.css'
import './typed-lines.css'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Page } from '../../shell/page.tsx'
import { useStatusSource } from '../../shell/status-sources.tsx'
import { useWritingEnded } from '../../shell/use-writing-ended.ts'
import { useRoom, useRoomField } from '../../sync/use-room.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useNotesHeader } from './notes-header.tsx'
import { OpenNotes } from './open-notes.tsx'

/** Opens a topic's room. Nothing is shown as its text before the server or this device has given it. */
export function TopicNotes({ topic }: { topic: Topic }) {
  const { t } = useText()
  const { id, me } = useMeeting()
  const client = useRoom(`m/${id}/notes/${topic.id}`, me.id, true)
  const text = useRoomField(client, 'text')
  const link = useRoomField(client, 'link')
  const header = useNotesHeader(topic)
  const ended = useWritingEnded(useRoomField(client, 'mayWrite'), topic)
  useStatusSource(client)
  if (text !== 'none')
    return <OpenNotes key={client.doc.guid} client={client} topic={topic} header={header} ended={ended} />
  return (
    <Page {...header}>
      <div className="notes-waiting">
        {link === 'closed' ? (
          <EmptyState title={t('notes.notOpened')}>{t('notes.notOpenedBody')}</EmptyState>
        ) : (
          <Skeleton lines={6} />
        )}
      </div>
    </Page>
  )
}
