import { MessageSquarePlus } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { locatePassage } from '../../../shared/threads/locate-passage.ts'
import type { ThreadSubject } from '../../../shared/threads/thread-facts.ts'
import { useText } from '../../i18n/text.tsx'
import { useWatchedAuthorship } from '../../provenance/use-watched-authorship.ts'
import type { RoomClient } from '../../sync/room-client.ts'
import { ThreadList, useThreadFilter } from '../../threads/thread-list.tsx'
import { useBegunThreads } from '../../threads/use-begun-threads.ts'
import { useCommentNews } from '../../threads/use-comment-news.ts'
import { useSelectedThread } from '../../threads/use-selected-thread.ts'
import { useThreads } from '../../threads/use-threads.ts'
import { Button } from '../../ui/button.tsx'
import { useDraft } from './draft-context.ts'
import { useCommentItem } from './use-comment-item.ts'
import { useRestedTextVersion } from './use-desk.ts'

interface ItemCommentsProps {
  room: RoomClient
  item: DraftItem
}

/** The threads of an item, and of passages of it. */
export function ItemComments({ room, item }: ItemCommentsProps) {
  const { t } = useText()
  const { desk, acts } = useDraft()
  const { begin } = useCommentItem()
  const isHere = useCallback(
    (subject: ThreadSubject) => subject.on === 'item' && subject.item === item.id,
    [item.id],
  )
  const threads = useThreads('ledger', isHere)
  const begun = useBegunThreads(threads, isHere)
  const { selected, select } = useSelectedThread()
  const authorship = useWatchedAuthorship(room)
  const version = useRestedTextVersion(desk, item.id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is another text.
  const detached = useMemo(() => {
    const blocks = renderBlocks(item.text)
    const isGone = ({ subject }: { subject: ThreadSubject }): boolean =>
      subject.on === 'item' &&
      subject.passage !== null &&
      locatePassage(item.text, blocks, subject.passage, authorship.moves) === null
    return new Set(authorship.isKnown ? threads.filter(isGone).map(({ id }) => id) : [])
  }, [threads, item.text, authorship, version])
  const { filter, setFilter } = useThreadFilter(threads, detached, selected)
  useCommentNews(threads)
  return (
    <>
      <ThreadList
        threads={threads}
        detached={detached}
        selected={selected}
        begun={begun}
        none={t('threads.noneItem')}
        filter={filter}
        onFilter={setFilter}
        onSelect={select}
        onBegunDone={select}
        onLeave={() => acts.focusItem(item.id)}
      />
      {begin !== null && begun.length === 0 && (
        <div className="draft-comment-begin">
          <Button variant="quiet" icon={MessageSquarePlus} onPress={() => begin(item.id)}>
            {t('threads.new')}
          </Button>
        </div>
      )}
    </>
  )
}
