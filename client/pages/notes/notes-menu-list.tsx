import { Link2, ListTree, Printer, Search } from 'lucide-react'
import { useText } from '../../i18n/text.tsx'
import { topicFind } from '../../search/topic-find.ts'
import { MenuItem, MenuPopover } from '../../ui/menu.tsx'
import type { OverlayProps } from '../../ui/use-overlay.ts'

interface NotesMenuListProps extends OverlayProps {
  /** Null for who has no caret here. */
  onCopy: (() => void) | null
  onOutline(): void
  onPrint(): void
}

/** What the menu of the notes holds. */
export function NotesMenuList({ onCopy, onOutline, onPrint, ...overlay }: NotesMenuListProps) {
  const { t } = useText()
  return (
    <MenuPopover label={t('print.menu')} {...overlay} placement="bottom end">
      <MenuItem icon={Search} onAction={() => topicFind.offered()?.('')}>
        {t('search.topic.title')}
      </MenuItem>
      <MenuItem icon={ListTree} onAction={onOutline}>
        {t('outline.title')}
      </MenuItem>
      {onCopy !== null && (
        <MenuItem icon={Link2} onAction={onCopy}>
          {t('manners.copyLine')}
        </MenuItem>
      )}
      <MenuItem icon={Printer} onAction={onPrint}>
        {t('print.open')}
      </MenuItem>
    </MenuPopover>
  )
}
