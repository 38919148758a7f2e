import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Makes a text that is only read reachable: by Tab, and its lines by Up and Down, to comment on them. */
export function readingLinePlugin(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (view, event) => !view.editable && selectNextLine(view, event),
      },
    },
    view(view) {
      makeReachable(view)
      return { update: makeReachable }
    },
  })
}

function makeReachable({ dom, editable }: EditorView): void {
  if (!editable) dom.tabIndex = 0
  else if (dom.hasAttribute('tabindex')) dom.removeAttribute('tabindex')
}

/**
 * Up and Down choose a line where the text is only read: there is no caret to choose words with. The first key chooses the
 * line that was clicked or come to. Whether the key was taken.
 */
function selectNextLine(view: EditorView, event: KeyboardEvent): boolean {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false
  const lines = [...view.dom.querySelectorAll<HTMLElement>('.note-text')]
  const selection = view.dom.ownerDocument.getSelection()
  const now = lines.findIndex((line) => selection?.anchorNode != null && line.contains(selection.anchorNode))
  const next = nextWithWords(lines, now >= 0 && selection?.isCollapsed ? now - step : now, step)
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
