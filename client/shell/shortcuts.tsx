import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { again } from '../ui/again.ts'
import { useOverlay } from '../ui/use-overlay.ts'

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

const loadDialog = async () => ({ default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog })
const ShortcutsDialog = lazy(again(loadDialog))

/** Holds the list of keys that `Mod+/` shows: those of every page, and those that the page inside adds. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const dialog = useOverlay(loadDialog)
  const [groups, setGroups] = useState<readonly ShortcutGroup[]>([])
  // `open` is another function at each drawing and does the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const shortcuts = useMemo<Shortcuts>(
    () => ({
      open: dialog.open,
      add: (group) => {
        setGroups((before) => [...before, group])
        return () => setGroups((before) => before.filter((each) => each !== group))
      },
    }),
    [],
  )
  return (
    <ShortcutsContext value={shortcuts}>
      {children}
      <Suspense>{dialog.isOpen && <ShortcutsDialog groups={groups} onClose={dialog.close} />}</Suspense>
    </ShortcutsContext>
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
