import { useEffect } from 'react'
import { isMac } from '../ui/is-mac.ts'

/** `Mod+Alt+M` comments on the selected words, wherever the focus is. With AltGr the key is text. */
export function useCommentKey(onComment: (() => void) | null): void {
  useEffect(() => {
    if (onComment === null) return
    const handleKey = (event: KeyboardEvent): void => {
      const isHeld =
        event.altKey && !event.shiftKey && (isMac() ? event.metaKey || event.ctrlKey : event.ctrlKey)
      const letter = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.slice(-1).toLowerCase()
      if (!isHeld || letter !== 'm' || event.getModifierState('AltGraph')) return
      event.preventDefault()
      event.stopPropagation()
      onComment()
    }
    document.addEventListener('keydown', handleKey, true)
    return () => document.removeEventListener('keydown', handleKey, true)
  }, [onComment])
}
