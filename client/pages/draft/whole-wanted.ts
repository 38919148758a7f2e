import { commandOf, type KeyPress } from '../../editor/notes/command-key.ts'
import { withoutMod } from './list-keys.ts'

/** Calls back before the browser takes in all of the page: it prints it, searches it, or selects all of it to copy it. */
export function onWholeWanted(handle: () => void): () => void {
  const handleKey = (event: KeyboardEvent): void => {
    const isInText = event.target instanceof HTMLElement && event.target.isContentEditable
    if (wantsWhole(event, isInText)) handle()
  }
  window.addEventListener('beforeprint', handle)
  // First of all: whoever stops the key later does not stop the browser.
  window.addEventListener('keydown', handleKey, true)
  return () => {
    window.removeEventListener('beforeprint', handle)
    window.removeEventListener('keydown', handleKey, true)
  }
}

/** Tells a key by which browsers search the page, or select all of it; in a text it selects that text alone. */
export function wantsWhole(press: KeyPress, isInText: boolean): boolean {
  if (press.key === 'F3') return true
  if (!(press.ctrlKey || press.metaKey) || press.altKey) return false
  const letter = commandOf(withoutMod(press))
  return letter === 'f' || letter === 'g' || (letter === 'a' && !isInText)
}
