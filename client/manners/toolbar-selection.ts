import { type RefObject, useEffect, useState } from 'react'
import type { Selected } from './toolbar-place.ts'

/** Words of a text that are selected in the page, also by somebody who only reads. */
interface SelectedWords extends Selected {
  /** The line that they begin in. */
  readonly line: string
}

/** Gives the selected words; the same as before while the focus is in their bar. Null: none, or still being selected. */
export function useSelectedWords(
  text: HTMLElement,
  bar: RefObject<HTMLElement | null>,
): readonly [SelectedWords | null, () => void] {
  const [words, setWords] = useState<SelectedWords | null>(null)
  useEffect(() => {
    let isPressed = false
    const look = (): void => {
      if (bar.current?.contains(document.activeElement)) return
      const next = readWords(text)
      // While the pointer still draws the selection, a bar would run before it.
      if (next === null || !isPressed) setWords((before) => (isSame(before, next) ? before : next))
    }
    const press = (): void => {
      isPressed = true
    }
    const release = (): void => {
      isPressed = false
      look()
    }
    // Words may have been selected before this code was there.
    look()
    text.addEventListener('pointerdown', press)
    document.addEventListener('selectionchange', look)
    window.addEventListener('resize', look)
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', release)
    return () => {
      text.removeEventListener('pointerdown', press)
      document.removeEventListener('selectionchange', look)
      window.removeEventListener('resize', look)
      window.removeEventListener('pointerup', release)
      window.removeEventListener('pointercancel', release)
    }
  }, [text, bar])
  return [words, () => setWords(readWords(text))]
}

function readWords(text: HTMLElement): SelectedWords | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null
  const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
  const [first, last] = [boxes[0], boxes.at(-1)]
  const element =
    range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement
  const line = element?.closest<HTMLElement>('[data-line]')?.dataset['line']
  return first === undefined || last === undefined || line === undefined ? null : { first, last, line }
}

function isSame(before: SelectedWords | null, next: SelectedWords | null): boolean {
  return JSON.stringify(before) === JSON.stringify(next)
}
