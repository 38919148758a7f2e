import { ArrowDown, ArrowUp, Ellipsis, Plus, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import { useText } from '../../i18n/text.tsx'
import { again } from '../../ui/again.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSection } from '../../ui/menu.tsx'
import { AlternativeSection } from './alternative-section.tsx'
import { CombineItems } from './combine-items.tsx'
import { useDraft } from './draft-context.ts'
import { TypeSection } from './type-section.tsx'

// Looks for what is alike: nobody needs it before.
const CombineDialog = lazy(
  again(async () => ({ default: (await import('./combine-dialog.tsx')).CombineDialog })),
)

interface ItemMenuProps {
  /** As it is shown. */
  item: DraftItem
  label: string
  placement?: 'bottom end' | 'top end'
}

/** What can be done with an item besides writing in it: all that dragging does, and more. */
export function ItemMenu({
  item: { id: item, section, type, alternativeOf },
  label,
  placement = 'bottom end',
}: ItemMenuProps) {
  const { t } = useText()
  const { acts, sections } = useDraft()
  const [isCombining, setCombining] = useState(false)
  return (
    <>
      <Menu
        label={label}
        placement={placement}
        trigger={<IconButton icon={Ellipsis} label={label} size="small" className="draft-menu-button" />}
      >
        <MenuItem icon={ArrowUp} onAction={() => acts.moveStep(item, -1)}>
          {t('draft.moveUp')}
        </MenuItem>
        <MenuItem icon={ArrowDown} onAction={() => acts.moveStep(item, 1)}>
          {t('draft.moveDown')}
        </MenuItem>
        <MenuItem icon={Plus} onAction={() => acts.newAfter(item)}>
          {t('draft.newAfter')}
        </MenuItem>
        {type === 'recommendation' && <AlternativeSection item={item} isOther={alternativeOf !== null} />}
        <CombineItems item={item} onCombine={() => setCombining(true)} />
        <MenuItem icon={Trash2} onAction={() => acts.remove(item)}>
          {t('draft.remove')}
        </MenuItem>
        <TypeSection item={item} type={type} />
        <MenuSection title={t('draft.moveTo')}>
          {sections
            .filter(({ id }) => id !== section)
            .map(({ id, title }) => (
              <MenuItem key={id} onAction={() => acts.moveToSection(item, id)}>
                {title}
              </MenuItem>
            ))}
        </MenuSection>
      </Menu>
      {isCombining && (
        <Suspense fallback={null}>
          <CombineDialog item={item} onClose={() => setCombining(false)} />
        </Suspense>
      )}
    </>
  )
}
