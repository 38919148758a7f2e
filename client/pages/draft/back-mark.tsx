import './back-note.css'
import { Undo2 } from 'lucide-react'
import { leftFor } from '../../../shared/meeting/left-for.ts'
import { useText } from '../../i18n/text.tsx'
import { useFacts } from '../../meeting/meeting-provider.tsx'
import { IconSpace } from './icon-space.tsx'

/** In the quiet line: words that came late brought this item back beside the one into which it was combined. */
export function BackMark({ item, isNear }: { item: string; isNear: boolean }) {
  const { t } = useText()
  if (!leftFor(useFacts('merges')).has(item)) return null
  return (
    <span className="draft-back">
      {isNear ? <Undo2 aria-hidden /> : <IconSpace />} {t('draft.back')}
    </span>
  )
}
