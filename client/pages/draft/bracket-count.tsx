import { Brackets } from 'lucide-react'
import { useText } from '../../i18n/text.tsx'
import { useBracketCount } from './use-marks.ts'

/** How many brackets are left in an item, in its quiet line. */
export function BracketCount({ item }: { item: string }) {
  const { t } = useText()
  const count = useBracketCount(item)
  if (count === 0) return null
  const words = t('brackets.inItem', { count })
  return (
    <span className="draft-bracket-count" title={words}>
      <Brackets aria-hidden /> <span aria-hidden>{count}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}
