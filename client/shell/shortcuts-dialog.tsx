import './shortcuts.css'
import { useText } from '../i18n/text.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import type { ShortcutGroup } from './shortcuts.tsx'

interface ShortcutsDialogProps {
  /** Those of the page. */
  groups: readonly ShortcutGroup[]
  onClose(): void
}

/** The list of keys that hold on this page. */
export function ShortcutsDialog({ groups, onClose }: ShortcutsDialogProps) {
  const { t } = useText()
  const everywhere: ShortcutGroup = {
    title: t('shell.keys.everywhere'),
    shortcuts: [
      { keys: [['Mod', '/']], does: t('shell.keys.list') },
      { keys: [['Alt', 'F']], does: t('shell.keys.search') },
      { keys: [['F6']], does: t('shell.keys.region') },
      { keys: [['Alt', 'W']], does: t('shell.keys.who') },
      { keys: [['Mod', 'S']], does: t('shell.keys.status') },
    ],
  }
  return (
    <Dialog
      title={t('shell.shortcuts')}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('ui.close')}</Button>}
    >
      {[everywhere, ...groups].map((group) => (
        <ShortcutList key={group.title} group={group} />
      ))}
    </Dialog>
  )
}

function ShortcutList({ group: { title, shortcuts } }: { group: ShortcutGroup }) {
  return (
    <section className="shortcuts">
      <h3>{title}</h3>
      <dl>
        {shortcuts.map(({ keys, does }) => (
          <div key={does} className="shortcut">
            <dt>{does}</dt>
            <dd>
              {keys.map((together) => (
                <Kbd key={together.join()} keys={together} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
