import { Heading, Pilcrow, Plus } from 'lucide-react'
import type { ItemType } from '../../../shared/draft/draft-item.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuSection } from '../../ui/menu.tsx'
import { useDraft } from './draft-context.ts'

interface NewItemMenuProps {
  /** The selected item, and its number: connecting text goes behind it. */
  selected: string | null
  number: number | null
}

/** A new recommendation under any topic, also one that has none yet; a heading or a paragraph behind what is selected. */
export function NewItemMenu({ selected, number }: NewItemMenuProps) {
  const { t } = useText()
  const { acts, sections } = useDraft()
  const make = (type: ItemType): void => {
    if (selected === null) acts.newFirst(type)
    else acts.newAfter(selected, type)
  }
  const place =
    selected === null
      ? t('views.atStart')
      : number === null
        ? t('views.afterSelected')
        : t('views.afterThis', { number })
  return (
    <Menu
      label={t('draft.new')}
      placement="bottom end"
      trigger={<Button icon={Plus}>{t('draft.new')}</Button>}
    >
      <MenuSection title={t('draft.newWhere')}>
        {sections.map(({ id, title }) => (
          <MenuItem key={id} onAction={() => acts.newIn(id)}>
            {title}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSection title={t('views.newOther')}>
        <MenuItem icon={Heading} hint={place} onAction={() => make('heading')}>
          {t('views.newHeading')}
        </MenuItem>
        <MenuItem icon={Pilcrow} hint={place} onAction={() => make('paragraph')}>
          {t('views.newParagraph')}
        </MenuItem>
      </MenuSection>
    </Menu>
  )
}
