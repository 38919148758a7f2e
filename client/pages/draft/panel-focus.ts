import { useEffect } from 'react'

/** The panel beside the text; where there is no room for it, a sheet that takes and gives back the focus by itself. */
const PANEL = 'aside[data-region="panel"]'

/** Gives the focus to the panel beside the text. */
export function focusPanel(): void {
  document.querySelector<HTMLElement>(PANEL)?.focus()
}

/** Escape in the panel goes back to the item that it tells of. */
export function useEscapeFromPanel(item: string | null, focusItem: (item: string) => void): void {
  useEffect(() => {
    if (item === null) return
    const handleKey = (event: KeyboardEvent): void => {
      const isInPanel = event.target instanceof Element && event.target.closest(PANEL) !== null
      if (event.key === 'Escape' && isInPanel) focusItem(item)
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [item, focusItem])
}
