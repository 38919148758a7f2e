import { CopyPlus, ListTree, Split } from 'lucide-react'
import { useText } from '../../i18n/text.tsx'
import { MenuItem } from '../../ui/menu.tsx'
import { useDraft } from './draft-context.ts'

interface AlternativeSectionProps {
  item: string
  /** It is another version of a recommendation itself. */
  isOther: boolean
}

/** Another version of a recommendation, in its menu: a new one beside it, or one that stands elsewhere (AD2). */
export function AlternativeSection({ item, isOther }: AlternativeSectionProps) {
  const { t } = useText()
  const { desk, acts } = useDraft()
  return (
    <>
      <MenuItem icon={CopyPlus} onAction={() => acts.newVersion(item)}>
        {t('brackets.newAlternative')}
      </MenuItem>
      <MenuItem icon={ListTree} onAction={() => desk.marks.onAlternative?.(item)}>
        {t('brackets.alternativeOf')}
      </MenuItem>
      {isOther && (
        <MenuItem icon={Split} onAction={() => acts.makeAlternative(item, null)}>
          {t('brackets.ownAgain')}
        </MenuItem>
      )}
    </>
  )
}
