import { MessageSquarePlus } from 'lucide-react'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import type { ThreadSubject } from '../../../shared/threads/thread-facts.ts'
import { useText } from '../../i18n/text.tsx'
import type { ShownThread } from '../../threads/thread.ts'
import { focusCard } from '../../threads/thread-card.tsx'
import { ThreadList, useThreadFilter } from '../../threads/thread-list.tsx'
import { useBegunThreads } from '../../threads/use-begun-threads.ts'
import { useSelectedThread } from '../../threads/use-selected-thread.ts'
import { useThreads } from '../../threads/use-threads.ts'
import { Button } from '../../ui/button.tsx'
import { useDraft } from './draft-context.ts'
import { useCommentItem } from './use-comment-item.ts'

interface ItemCommentsProps {
  item: DraftItem
}

/** The threads of an item, and of passages of it. */
export function ItemComments({ item }: ItemCommentsProps) {
  const { t } = useText()
  const { desk, comments } = useDraft()
  const begin = useCommentItem()
  const isHere = useCallback(
    (subject: ThreadSubject) => subject.on === 'item' && subject.item === item.id,
    [item.id],
  )
  const threads = useThreads('ledger', isHere)
  const begun = useBegunThreads(threads, isHere)
  const { selected, select } = useSelectedThread()
  const placed = useSyncExternalStore(desk.passages.subscribe, desk.passages.placed)
  const isKnown = useSyncExternalStore(desk.passages.subscribe, desk.passages.isKnown)
  const detached = useMemo(() => {
    const isGone = ({ id, subject }: ShownThread): boolean =>
      subject.on === 'item' && subject.passage !== null && !placed.has(id)
    return new Set(isKnown ? threads.filter(isGone).map(({ id }) => id) : [])
  }, [threads, placed, isKnown])
  const { filter, setFilter } = useThreadFilter(threads, detached, selected)
  useEffect(() => {
    const card = desk.cardToFocus
    if (card === null || document.querySelector(`[data-thread-card="${CSS.escape(card)}"]`) === null) return
    desk.cardToFocus = null
    focusCard(card)
  })
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
        onLeave={() => comments.back(item.id)}
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
