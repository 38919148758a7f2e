import { Heading, type LucideIcon, Pilcrow, Signpost } from 'lucide-react'
import { ITEM_TYPES, type ItemType } from '../../../shared/draft/draft-item.ts'
import { useText } from '../../i18n/text.tsx'
import { MenuItem, MenuSection } from '../../ui/menu.tsx'
import { useDraft } from './draft-context.ts'

const ICONS: Readonly<Record<ItemType, LucideIcon>> = {
  recommendation: Signpost,
  heading: Heading,
  paragraph: Pilcrow,
}

/** What an item can become; its words, sources and threads stay with it. */
export function TypeSection({ item, type }: { item: string; type: ItemType }) {
  const { t } = useText()
  const { acts } = useDraft()
  return (
    <MenuSection title={t('views.type')}>
      {ITEM_TYPES.filter((each) => each !== type).map((each) => (
        <MenuItem key={each} icon={ICONS[each]} onAction={() => acts.changeType(item, each)}>
          {t(`views.type.${each}`)}
        </MenuItem>
      ))}
    </MenuSection>
  )
}
