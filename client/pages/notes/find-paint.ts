import type { EditorView } from '@tiptap/pm/view'
import type { FoundMarks, FoundPlace } from '../../editor/notes/found-marks.ts'

/** Shows where words were found, beside the document: nothing of it is in the text. */
export interface FoundPaint {
  show(places: readonly FoundPlace[], current: FoundPlace | null): void
}

const HITS = 'notes-found'
const CURRENT = 'notes-found-current'

/** Gives the browser's own way to mark words, or the editor's where there is none. */
export function foundPaint(view: EditorView, marks: FoundMarks): FoundPaint {
  if (typeof Highlight === 'undefined' || CSS.highlights === undefined)
    return { show: (places, current) => marks.set(places, current) }
  return {
    show: (places, current) => {
      const others = places
        .filter((place) => place !== current)
        .flatMap((place) => rangeOf(view, place) ?? [])
      setHighlight(HITS, others)
      setHighlight(CURRENT, current === null ? [] : (rangeOf(view, current) ?? []))
    },
  }
}

function setHighlight(name: string, ranges: Range | readonly Range[]): void {
  const all = [ranges].flat()
  if (all.length === 0) CSS.highlights.delete(name)
  else {
    const highlight = new Highlight(...all)
    // The current one is seen where both lie on the same words.
    highlight.priority = name === CURRENT ? 1 : 0
    CSS.highlights.set(name, highlight)
  }
}

function rangeOf(view: EditorView, { from, to }: FoundPlace): Range | null {
  if (to > view.state.doc.content.size) return null
  const start = view.domAtPos(from, 1)
  const end = view.domAtPos(to, -1)
  const range = view.dom.ownerDocument.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}
