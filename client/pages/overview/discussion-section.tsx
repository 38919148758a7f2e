import './discussion.css'
import { MessageSquarePlus } from 'lucide-react'
import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { useSearchParams } from 'react-router'
import type { ThreadFact } from '../../../shared/threads/thread-facts.ts'
import { loadAllMessages } from '../../i18n/load-catalogue.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { readKept } from '../../outbox/kept-words.ts'
import type { RoomClient } from '../../sync/room-client.ts'
import { useRoom } from '../../sync/use-room.ts'
import { again } from '../../ui/again.ts'
import { Button } from '../../ui/button.tsx'

const Discussion = lazy(
  again(async () => {
    const [{ Discussion: loaded }] = await Promise.all([import('./discussion.tsx'), loadAllMessages()])
    return { default: loaded }
  }),
)

/**
 * The discussion of the meeting. Its cards and its composer weigh more than the rest of the page: they come with the
 * first comment, or once somebody wants to write it.
 */
export function DiscussionSection() {
  const { t } = useText()
  const { id, me, may, ledger } = useMeeting()
  // A hook has to name some room: the ledger is open anyway.
  const drafting = useRoom(`m/${id}/${may('read-drafting') ? 'drafting' : 'ledger'}`, me.id, true)
  const hasThreads = [useHasThreads(ledger), useHasThreads(drafting)].includes(true)
  const [search] = useSearchParams()
  const [isBegun, setBegun] = useState(false)
  const [hasKept] = useState(() => readKept('draft', { member: me.id, meeting: id }).size > 0)
  const head = (
    <div className="discussion-head">
      <h2 id="overview-discussion" className="overview-heading">
        {t('overview.discussion')}
      </h2>
      {(may('comment') || may('comment-internally')) && !isBegun && (
        <Button variant="quiet" size="small" icon={MessageSquarePlus} onPress={() => setBegun(true)}>
          {t('overview.newComment')}
        </Button>
      )}
    </div>
  )
  const empty = (
    <section className="discussion" aria-labelledby="overview-discussion">
      {head}
      <p className="thread-none">{t('overview.noDiscussion')}</p>
    </section>
  )
  if (!hasThreads && !isBegun && !hasKept && !search.has('thread')) return empty
  return (
    <Suspense fallback={empty}>
      <Discussion begins={isBegun} />
    </Suspense>
  )
}

/** Whether a room holds a thread on the meeting. */
function useHasThreads({ doc }: RoomClient): boolean {
  return useSyncExternalStore(
    (listener) => {
      doc.on('update', listener)
      return () => doc.off('update', listener)
    },
    () => [...doc.getMap<ThreadFact>('threads').values()].some(({ subject }) => subject.on === 'meeting'),
  )
}
