import { useEffect } from 'react'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { useWhoIsHere } from '../meeting/use-presence.ts'
import { announce } from '../ui/announce.ts'
import { isMac } from '../ui/is-mac.ts'
import { useCurrentStatus } from './current-status.tsx'
import { nextRegion } from './region-order.ts'
import { useShortcutsDialog } from './shortcuts.tsx'
import { statusText } from './status-word.tsx'
import { whereWords } from './where-words.ts'

/** The keys that hold on every page of a meeting (ui.md §7). */
export function ShellKeys() {
  const { t } = useText()
  const shortcuts = useShortcutsDialog()
  const { status } = useCurrentStatus()
  const { me, topics } = useMeeting()
  const present = useWhoIsHere()

  useEffect(() => {
    const others = present.filter(({ member }) => member !== me.id)
    const who = (): string =>
      others.length === 0
        ? t('shell.nobodyElse')
        : others
            .map(({ name, at }) => [name, whereWords(t, topics, at)].filter(Boolean).join(': '))
            .join('. ')
    const act = (event: KeyboardEvent): (() => void) | null => {
      // AltGraph types text, never a command.
      if (event.getModifierState('AltGraph')) return null
      const mod = isMac() ? event.metaKey : event.ctrlKey
      if (event.key === 'F6') return () => goToRegion(event.shiftKey)
      if (mod && !event.altKey && isKey(event, '/', 'Slash')) return shortcuts.open
      if (mod && !event.altKey && isKey(event, 's', 'KeyS')) return () => announce(statusText(t, status))
      if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyW')
        return () => announce(who())
      return null
    }
    const handleKey = (event: KeyboardEvent): void => {
      const action = act(event)
      if (action === null || document.querySelector('[role=dialog], [role=alertdialog]')) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [t, shortcuts, status, present, me.id, topics])
  return null
}

/** A Latin letter counts as printed on its key, any other layout by the key's place. */
function isKey(event: KeyboardEvent, printed: string, code: string): boolean {
  const isLatin = /^[\x20-\x7e]$/.test(event.key)
  return isLatin ? event.key.toLowerCase() === printed : event.code === code
}

function goToRegion(isBack: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  const current = regions.findIndex((region) => region.contains(document.activeElement))
  regions[nextRegion(regions.length, current, isBack)]?.focus()
}
