import { type DraftItem, itemWords } from '../../../shared/draft/draft-item.ts'
import { useText } from '../../i18n/text.tsx'
import { useDraft } from './draft-context.ts'
import { useRestedTextVersion } from './use-desk.ts'
import { useItemLabel } from './use-marks.ts'

interface ViewReferenceProps {
  item: DraftItem | undefined
  number: number | null
  /** The group under which the item is shown in full. */
  under: string
}

/** As much of an item as tells which one it is. */
const BEGINNING = 140

/** An item of several groups, where it is not shown in full: a line that leads to it. */
export function ViewReference({ item, number, under }: ViewReferenceProps) {
  const { t } = useText()
  const { desk, acts, language } = useDraft()
  const label = useItemLabel(item?.id ?? '', number)
  useRestedTextVersion(desk, item?.id ?? '')
  if (item === undefined) return null
  const words = itemWords(item).slice(0, BEGINNING).replaceAll('\uFFFC', '')
  return (
    <button type="button" className="draft-reference" onClick={() => acts.focusItem(item.id)}>
      {label !== null && <span className="draft-reference-number">{label}</span>}
      <span className="draft-reference-words" dir="auto" lang={language}>
        {words}
      </span>
      <span className="draft-reference-under">{t('views.under', { group: under })}</span>
    </button>
  )
}
