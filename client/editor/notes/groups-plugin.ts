import type { Mark } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView, ViewMutationRecord } from '@tiptap/pm/view'
import { GROUP_MARK } from '../binding/line-groups.ts'
import type { GroupsInSight } from './groups-in-sight.ts'
import { groupsIn } from './lines-in-page.ts'

/** How many lines a group has, for the page's styles: about as high as it is before it was ever seen. */
const COUNT = '--lines'

/** Draws lines in their groups. What the browser changed in one line is read from that line alone. */
export function groupsPlugin(sight: GroupsInSight): Plugin {
  return new Plugin({
    props: {
      markViews: {
        [GROUP_MARK]: ({ attrs }: Mark) => {
          const dom = document.createElement('div')
          dom.className = 'note-group'
          // Its attributes are set here; an editor that took it for typing would draw the group again, for ever.
          const ignoreMutation = ({ type, target }: ViewMutationRecord): boolean =>
            type === 'attributes' && target === dom
          const destroy = sight.watch(dom, attrs['group'] as number)
          return { dom, contentDOM: dom, ignoreMutation, destroy }
        },
      },
    },
    view(view) {
      tellCounts(view)
      readLinesAlone(view)
      return {
        update: (_view, before) => {
          if (before.doc.childCount !== view.state.doc.childCount) tellCounts(view)
          readLinesAlone(view)
        },
      }
    },
  })
}

function tellCounts({ dom }: EditorView): void {
  for (const group of groupsIn(dom)) {
    const count = String(group.childElementCount)
    if (group.style.getPropertyValue(COUNT) !== count) group.style.setProperty(COUNT, count)
  }
}

/** A part of the page as ProseMirror knows it: the document, a group or a line. */
interface Part {
  readonly children: readonly Part[]
  readonly size: number
  /** A group's. */
  readonly mark?: object
  parseRange(from: number, to: number, base?: number): unknown
}

/** A letter would else have all lines of its group read, since ProseMirror does not look inside marks. */
function readLinesAlone(view: EditorView): void {
  const { docView } = view as unknown as { docView: Part }
  if (Object.hasOwn(docView, 'parseRange')) return
  const { parseRange } = docView
  docView.parseRange = (from, to, base = 0) => {
    let start = base
    for (const part of docView.children) {
      const end = start + part.size
      if (from <= end && part.mark !== undefined) {
        const line = lineAround(part, start, from, to)
        if (line !== null) return line.part.parseRange(from, to, line.start)
      }
      if (from <= end) break
      start = end
    }
    return parseRange.call(docView, from, to, base)
  }
}

/** The line of a group inside which a range lies; null: it reaches out of one. */
function lineAround(
  group: Part,
  base: number,
  from: number,
  to: number,
): { part: Part; start: number } | null {
  let start = base
  for (const part of group.children) {
    const end = start + part.size
    if (from > start && to < end) return { part, start: start + 1 }
    start = end
  }
  return null
}
