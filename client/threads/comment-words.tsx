import { useText } from '../i18n/text.tsx'
import type { ShownComment } from './thread.ts'
import { useMentionLabel } from './use-mention-choices.ts'

interface CommentWordsProps {
  comment: Pick<ShownComment, 'parts' | 'deleted'>
  /** Two lines at most. */
  isShort?: boolean
}

/** A comment's words with who is mentioned, or the stub of what was deleted (TH2). */
export function CommentWords({ comment, isShort = false }: CommentWordsProps) {
  const { t } = useText()
  const labelOf = useMentionLabel()
  if (comment.deleted !== null) return <p className="comment-deleted">{t('threads.deleted')}</p>
  return (
    <p className={isShort ? 'comment-words comment-words-short' : 'comment-words'} dir="auto">
      {comment.parts.map((part, index) =>
        typeof part === 'string' ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no ids and are drawn anew together.
          <bdi key={index} className="comment-mention">
            @{labelOf(part)}
          </bdi>
        ),
      )}
    </p>
  )
}
