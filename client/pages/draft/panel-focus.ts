import { useEffect } from 'react'
import { itemInAddress } from './use-select-item.ts'

/** The panel beside the text; where there is no room for it, a sheet that takes and gives back the focus by itself. */
const PANEL = 'aside[data-region="panel"]'

/** Gives the focus to the panel beside the text. */
export function focusPanel(): void {
  document.querySelector<HTMLElement>(PANEL)?.focus()
}

/** Escape in the panel goes back to the item that was selected. */
export function useEscapeFromPanel(focusItem: (item: string) => void): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      const isInPanel = event.target instanceof Element && event.target.closest(PANEL) !== null
      const item = itemInAddress()
      if (event.key === 'Escape' && isInPanel && item !== null) focusItem(item)
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [focusItem])
}
