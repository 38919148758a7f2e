import './shortcuts.css'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useText } from '../i18n/text.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'

/** One line of the list: keys pressed together, or one after the other where there are several lists. */
export interface Shortcut {
  readonly keys: readonly (readonly string[])[]
  readonly does: string
}

export interface ShortcutGroup {
  readonly title: string
  readonly shortcuts: readonly Shortcut[]
}

interface Shortcuts {
  open(): void
  add(group: ShortcutGroup): () => void
}

const ShortcutsContext = createContext<Shortcuts | undefined>(undefined)

/** Holds the list of keys that `Mod+/` shows: those of every page, and those that the page inside adds. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const [groups, setGroups] = useState<readonly ShortcutGroup[]>([])
  const shortcuts = useMemo<Shortcuts>(
    () => ({
      open: () => setOpen(true),
      add: (group) => {
        setGroups((before) => [...before, group])
        return () => setGroups((before) => before.filter((each) => each !== group))
      },
    }),
    [],
  )
  const everywhere: ShortcutGroup = {
    title: t('shell.keys.everywhere'),
    shortcuts: [
      { keys: [['Mod', '/']], does: t('shell.keys.list') },
      { keys: [['F6']], does: t('shell.keys.region') },
      { keys: [['Alt', 'W']], does: t('shell.keys.who') },
      { keys: [['Mod', 'S']], does: t('shell.keys.status') },
    ],
  }
  return (
    <ShortcutsContext value={shortcuts}>
      {children}
      <Dialog
        title={t('shell.shortcuts')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={<Button onPress={() => setOpen(false)}>{t('ui.close')}</Button>}
      >
        {[everywhere, ...groups].map((group) => (
          <ShortcutList key={group.title} group={group} />
        ))}
      </Dialog>
    </ShortcutsContext>
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

/** Adds a page's own keys to the list, for as long as the page stands. `group` must keep its identity. */
export function useShortcuts(group: ShortcutGroup): void {
  const { add } = useShortcutsDialog()
  useEffect(() => add(group), [add, group])
}

/** Gives the way to open the list of keys. */
export function useShortcutsDialog(): Shortcuts {
  const shortcuts = useContext(ShortcutsContext)
  if (!shortcuts) throw new Error('Shortcuts need the shell around the page')
  return shortcuts
}
