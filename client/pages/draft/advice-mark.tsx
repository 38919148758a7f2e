import { PencilRuler } from 'lucide-react'
import { useText } from '../../i18n/text.tsx'
import { useDraft } from './draft-context.ts'
import { useItemAdvice } from './use-item-advice.ts'

/** In the quiet line: how much advice there is on an item. A press shows it. */
export function AdviceMark({ item }: { item: string }) {
  const { t } = useText()
  const { acts } = useDraft()
  const { left } = useItemAdvice(item)
  if (left.length === 0) return null
  const words = t('advice.count', { count: left.length })
  return (
    <button
      type="button"
      className="draft-sources draft-advice-mark"
      title={words}
      onClick={() => acts.openPanel(item)}
    >
      <PencilRuler aria-hidden /> <span aria-hidden>{left.length}</span>
      <span className="visually-hidden">{words}</span>
    </button>
  )
}
