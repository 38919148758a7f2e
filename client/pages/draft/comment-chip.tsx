import { MessageSquare } from 'lucide-react'
import { useText } from '../../i18n/text.tsx'
import { useDraft } from './draft-context.ts'
import { useCommentCount } from './use-comment-count.ts'

/** How many comments stand in the open threads of an item, and the way to them; nothing where there are none. */
export function CommentChip({ item }: { item: string }) {
  const { t } = useText()
  const count = useCommentCount(item)
  const { comments } = useDraft()
  if (count === 0) return null
  return (
    <button
      type="button"
      className="draft-sources"
      title={t('threads.count', { count })}
      onClick={(event) => {
        // The row would select itself, and take the tab with it.
        event.stopPropagation()
        comments.open(item)
      }}
    >
      <MessageSquare aria-hidden /> <span aria-hidden>{count}</span>
      <span className="visually-hidden">{t('threads.count', { count })}</span>
    </button>
  )
}
