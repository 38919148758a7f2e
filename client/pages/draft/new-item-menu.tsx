import { Plus } from 'lucide-react'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuSection } from '../../ui/menu.tsx'
import { useDraft } from './draft-context.ts'

/** A new recommendation under any topic, also one that has none yet. */
export function NewItemMenu() {
  const { t } = useText()
  const { acts, sections } = useDraft()
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
    </Menu>
  )
}
