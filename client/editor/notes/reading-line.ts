import type { EditorView } from '@tiptap/pm/view'

/**
 * Up and Down choose a line where the text is only read: there is no caret to choose words with. Whether the key was
 * taken.
 */
export function selectNextLine(view: EditorView, event: KeyboardEvent): boolean {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false
  const lines = [...view.dom.querySelectorAll<HTMLElement>('.note-text')]
  const selection = view.dom.ownerDocument.getSelection()
  const now = lines.findIndex((line) => selection?.anchorNode != null && line.contains(selection.anchorNode))
  const next = nextWithWords(lines, now, step)
  if (next === undefined || selection === null) return false
  selection.selectAllChildren(next)
  next.scrollIntoView({ block: 'nearest' })
  event.preventDefault()
  return true
}

function nextWithWords(lines: readonly HTMLElement[], now: number, step: 1 | -1): HTMLElement | undefined {
  const first = now < 0 ? (step > 0 ? 0 : lines.length - 1) : now + step
  for (let at = first; at >= 0 && at < lines.length; at += step)
    if (lines[at]?.textContent?.trim()) return lines[at]
  return undefined
}
