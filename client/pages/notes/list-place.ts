import type { EditorView } from '@tiptap/pm/view'
import type { KindCapture, SpeakerCapture } from '../../editor/notes/capture.ts'

/** Where a list stands, in pixels from the corner of the notes. */
export interface ListPlace {
  readonly insetBlockStart: number
  readonly insetInlineStart: number
}

/** Room between a line and its list. */
const GAP = 6

/** Finds a place for a list under what it was asked for, or above it where there is no room, inside the column. */
export function placeList(
  view: EditorView,
  capture: SpeakerCapture | KindCapture,
  list: HTMLElement,
): ListPlace {
  return placeUnder(askedAt(view, capture), list)
}

/** What a list is asked for by, in the window. */
interface Asked {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Finds a place for a list under a stretch of text, or above it where there is no room, inside the column. */
export function placeUnder(asked: Asked, list: HTMLElement): ListPlace {
  const column = (list.offsetParent ?? document.body).getBoundingClientRect()
  const { width, height } = list.getBoundingClientRect()
  const isBelow = asked.bottom + GAP + height <= window.innerHeight - 48 || asked.top - GAP - height < 52
  const top = isBelow ? asked.bottom + GAP : asked.top - GAP - height
  const isRtl = getComputedStyle(list).direction === 'rtl'
  const start = isRtl ? column.right - asked.right : asked.left - column.left
  return {
    insetBlockStart: top - column.top,
    insetInlineStart: Math.max(0, Math.min(start, column.width - width)),
  }
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
