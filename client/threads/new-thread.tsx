import { nanoid } from 'nanoid'
import type { ThreadSubject } from '../../shared/threads/thread-facts.ts'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { useOutbox } from '../outbox/use-outbox.ts'
import { Composer } from './composer.tsx'
import { useDrafts } from './use-drafts.ts'

interface NewThreadProps {
  /** The thread's id to be: its words are kept under it. */
  id: string
  subject: ThreadSubject
  autoFocus: boolean
  /** The thread was sent off. */
  onOpened(): void
  /** Escape: back to the text, with the words kept. */
  onLeave(): void
}

/** The composer of a thread that is not there yet. */
export function NewThread({ id, subject, autoFocus, onOpened, onLeave }: NewThreadProps) {
  const { t } = useText()
  const { may } = useMeeting()
  const drafts = useDrafts()
  const outbox = useOutbox()
  const quote = subject.on === 'meeting' ? null : (subject.passage?.quote ?? null)
  return (
    <section className="thread thread-new" data-selected aria-label={t('threads.new')}>
      {quote !== null && (
        <blockquote className="thread-quote" dir="auto">
          {quote}
        </blockquote>
      )}
      <Composer
        name={`thread:${id}`}
        label={t('threads.new')}
        send={t('threads.comment')}
        subject={subject}
        mayBeInternal={may('comment-internally')}
        mustBeInternal={!may('comment')}
        autoFocus={autoFocus}
        onSend={(parts, internal) => {
          outbox.add({ does: 'open', thread: id, subject, internal, comment: nanoid(), parts })
          onOpened()
        }}
        onLeave={() => {
          if (drafts.all().get(`thread:${id}`)?.text.trim() === '') drafts.remove(`thread:${id}`)
          onLeave()
        }}
        onCancel={() => {
          drafts.remove(`thread:${id}`)
          onLeave()
        }}
      />
    </section>
  )
}
