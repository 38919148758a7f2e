import { useParams } from 'react-router'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Page } from '../../shell/page.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TopicNotes } from './topic-notes.tsx'

/** The notes of one topic: what was said, by whom, and of what kind. */
export function NotesPage() {
  const { t } = useText()
  const { topic: topicId } = useParams()
  const { topics, may } = useMeeting()
  const topic = topics.find(({ id }) => id === topicId)
  if (topic === undefined) {
    return (
      <Page title={t('notes.noTopic')} at="notes">
        <EmptyState title={t('notes.noTopicBody')} />
      </Page>
    )
  }
  if (!may('read-notes', { topic: { id: topic.id, readers: topic.readers } })) {
    return (
      <Page title={topic.title} shortTitle={topic.shortTitle ?? topic.title} at="notes">
        <EmptyState title={t('notes.closed')}>{t('notes.closedBody')}</EmptyState>
      </Page>
    )
  }
  return <TopicNotes key={topic.id} topic={topic} />
}
