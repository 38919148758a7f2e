import type { EditorView } from '@tiptap/pm/view'
import type { KindCapture, SpeakerCapture } from '../../editor/notes/capture.ts'
import { type Asked, type ListPlace, placeUnder } from '../../manners/list-place.ts'

/** Finds a place for a list under what it was asked for, or above it where there is no room, inside the column. */
export function placeList(
  view: EditorView,
  capture: SpeakerCapture | KindCapture,
  list: HTMLElement,
): ListPlace {
  return placeUnder(askedAt(view, capture), list)
}

/** The caret, or the name or sign that was clicked. */
function askedAt(view: EditorView, { trigger, line, mode }: SpeakerCapture | KindCapture): Asked {
  const element = view.dom.querySelector(`[data-line="${CSS.escape(line)}"]`)
  if (trigger === 'correct' || trigger === 'tag') {
    const part = element?.querySelector(mode === 'speaker' ? '.note-text' : '.note-kind')
    const box = (
      part?.childElementCount === 0 && mode === 'kind' ? element : (part ?? element)
    )?.getBoundingClientRect()
    if (box !== undefined)
      return { left: box.left, right: box.right, top: box.top, bottom: Math.min(box.bottom, box.top + 30) }
  }
  const caret = view.coordsAtPos(view.state.selection.head)
  const start = element?.querySelector('.note-text')?.getBoundingClientRect()
  return {
    left: start?.left ?? caret.left,
    right: start?.right ?? caret.right,
    top: caret.top,
    bottom: caret.bottom,
  }
}
