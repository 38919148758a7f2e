import { MessageSquare, Quote } from 'lucide-react'
import type { Status } from '../../../shared/meeting/facts.ts'
import { nameWords } from '../../../shared/names/name-words.ts'
import { useText } from '../../i18n/text.tsx'
import { StatusGlyph } from '../../ui/status-glyph.tsx'
import { useDraft } from './draft-context.ts'
import { useCommentCount } from './use-comment-count.ts'

interface ItemLineProps {
  item: string
  status: Status
  /** Countries, in the order in which they are read. */
  proposers: readonly string[]
  sources: number
}

/** The one quiet line under a recommendation: what is not there is not shown. */
export function ItemLine({ item, status, proposers, sources }: ItemLineProps) {
  const { t, language } = useText()
  const { acts } = useDraft()
  return (
    <div className="draft-line">
      <span className={`draft-status draft-status-${status}`}>
        <StatusGlyph status={status} /> {t(`status.${status}`)}
      </span>
      {proposers.length > 0 && (
        <span className="draft-proposers">
          <span className="visually-hidden">{t('draft.proposers')} </span>
          {proposers.map((name, index) => (
            <span key={name}>
              {index > 0 && nameWords[language].comma}
              <bdi>{name}</bdi>
            </span>
          ))}
        </span>
      )}
      {sources > 0 && (
        <button
          type="button"
          className="draft-sources"
          title={t('draft.sources', { count: sources })}
          onClick={() => acts.openPanel(item)}
        >
          <Quote aria-hidden /> <span aria-hidden>{sources}</span>
          <span className="visually-hidden">{t('draft.sources', { count: sources })}</span>
        </button>
      )}
      <Comments item={item} />
    </div>
  )
}

function Comments({ item }: { item: string }) {
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
