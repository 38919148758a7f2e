import { Quote } from 'lucide-react'
import type { Status } from '../../../shared/meeting/facts.ts'
import { reportWords } from '../../../shared/report/report-words.ts'
import { directionOfLanguage } from '../../../shared/text/direction.ts'
import { useText } from '../../i18n/text.tsx'
import { StatusGlyph } from '../../ui/status-glyph.tsx'
import { useDraft } from './draft-context.ts'
import { IconSpace } from './icon-space.tsx'
import { LineMarks } from './line-marks.tsx'

interface ItemLineProps {
  item: string
  status: Status
  /** As a document says them, in its order. */
  proposers: readonly string[]
  sources: number
  /** In sight, or nearly: else it is words alone, as wide as with their icons. */
  isNear: boolean
}

/** The one quiet line under a recommendation: what is not there is not shown. */
export function ItemLine({ item, status, proposers, sources, isNear }: ItemLineProps) {
  const { t } = useText()
  const { acts } = useDraft()
  return (
    <div className="draft-line">
      <span className={`draft-status draft-status-${status}`}>
        {isNear ? <StatusGlyph status={status} /> : <IconSpace />} {t(`status.${status}`)}
      </span>
      {proposers.length > 0 && <Proposers labels={proposers} />}
      {sources > 0 && (
        <button
          type="button"
          className="draft-sources"
          title={t('draft.sources', { count: sources })}
          onClick={() => acts.openPanel(item)}
        >
          {isNear ? <Quote aria-hidden /> : <IconSpace />} <span aria-hidden>{sources}</span>
          <span className="visually-hidden">{t('draft.sources', { count: sources })}</span>
        </button>
      )}
      <LineMarks item={item} hasBrackets isNear={isNear} />
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
