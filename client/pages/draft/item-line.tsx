import { Quote } from 'lucide-react'
import type { Status } from '../../../shared/meeting/facts.ts'
import { reportWords } from '../../../shared/report/report-words.ts'
import { directionOfLanguage } from '../../../shared/report/text-direction.ts'
import { useText } from '../../i18n/text.tsx'
import { StatusGlyph } from '../../ui/status-glyph.tsx'
import { AdviceMark } from './advice-mark.tsx'
import { BracketCount } from './bracket-count.tsx'
import { CommentChip } from './comment-chip.tsx'
import { useDraft } from './draft-context.ts'

interface ItemLineProps {
  item: string
  status: Status
  /** As a document says them, in its order. */
  proposers: readonly string[]
  sources: number
}

/** The one quiet line under a recommendation: what is not there is not shown. */
export function ItemLine({ item, status, proposers, sources }: ItemLineProps) {
  const { t } = useText()
  const { acts } = useDraft()
  return (
    <div className="draft-line">
      <span className={`draft-status draft-status-${status}`}>
        <StatusGlyph status={status} /> {t(`status.${status}`)}
      </span>
      {proposers.length > 0 && <Proposers labels={proposers} />}
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
      <BracketCount item={item} />
      <CommentChip item={item} />
      <AdviceMark item={item} />
    </div>
  )
}

/** As the Universal Periodic Review writes them, in the document's language: `(Belgium); (Finland)`. */
function Proposers({ labels }: { labels: readonly string[] }) {
  const { t } = useText()
  const { language } = useDraft()
  return (
    <span className="draft-proposers">
      <span className="visually-hidden">{t('draft.proposers')} </span>
      <bdi lang={language} dir={directionOfLanguage(language)}>
        {labels.map((label, index) => (
          <span key={label}>
            {index > 0 && reportWords[language].semicolon}(<bdi>{label}</bdi>)
          </span>
        ))}
      </bdi>
    </span>
  )
}
