import { useEffect } from 'react'
import { isMac } from '../../ui/is-mac.ts'
import type { NotesDesk } from './notes-desk.ts'

/** `Alt+A` shows and hides who typed what, wherever the focus is. */
export function useAuthorshipKey(desk: NotesDesk | null): void {
  useEffect(() => {
    if (desk === null) return
    const handleKey = (event: KeyboardEvent): void => {
      // On a Mac Alt alone types letters.
      const held = isMac() ? event.ctrlKey && event.altKey : event.altKey && !event.ctrlKey
      const isOurs = event.code === 'KeyA' && held && !event.metaKey && !event.shiftKey
      if (!isOurs || event.getModifierState('AltGraph')) return
      event.preventDefault()
      desk.showAuthorship(!desk.showsAuthorship)
    }
    document.addEventListener('keydown', handleKey, true)
    return () => document.removeEventListener('keydown', handleKey, true)
  }, [desk])
}
