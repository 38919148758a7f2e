import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { facesOf, type NotesWords } from './line-face.ts'
import { type AskAbout, LineView } from './line-view.ts'
import { linesIn } from './lines-in-page.ts'

/** Where the words beside the lines come from. */
export interface WordsSource {
  readonly words: () => NotesWords
  /** Calls back when the words or the times have changed. */
  readonly subscribe: (listener: () => void) => () => void
}

/** Most lines that are drawn in one go: thousands must not keep a page that opens from the hand. */
const AT_ONCE = 250

/** Shows lines with their speakers and kinds, and keeps those true. */
export function facesPlugin(source: WordsSource, ask: (view: EditorView) => AskAbout): Plugin {
  const views = new WeakMap<Element, LineView>()
  let rest: ReturnType<typeof setTimeout> | undefined
  const draw = (view: EditorView): void => {
    clearTimeout(rest)
    const words = source.words()
    const faces = facesOf(view.state.doc)
    let index = 0
    let drawn = 0
    let rows = 0
    let linesAbove = 0
    for (const element of linesIn(view.dom)) {
      const face = faces[index]
      const line = views.get(element)
      if (line === undefined || face === undefined) continue
      if (line.show(face, words) && ++drawn > AT_ONCE) {
        rest = setTimeout(() => draw(view))
        return
      }
      if (face.opens) [rows, linesAbove] = [line.gutterRows, 0]
      index++
      line.stretch((faces[index]?.opens ?? true) ? { rows, linesAbove } : null)
      linesAbove++
    }
  }
  let isAwaited = false
  // Lines are drawn while the editor is updated, also anew after the browser has changed them: told once it is done.
  const drawSoon = (view: EditorView): void => {
    if (isAwaited) return
    isAwaited = true
    queueMicrotask(() => {
      isAwaited = false
      if (!view.isDestroyed) draw(view)
    })
  }
  return new Plugin({
    props: {
      nodeViews: {
        line: (node, view) => {
          const line = new LineView(node, ask(view))
          views.set(line.dom, line)
          drawSoon(view)
          return line
        },
      },
    },
    view(view) {
      const stop = source.subscribe(() => draw(view))
      return {
        update: (_view, before: EditorState) => {
          if (!sameMarkers(before.doc, view.state.doc)) draw(view)
        },
        destroy: () => {
          clearTimeout(rest)
          stop()
        },
      }
    },
  })
}

/** Whether two documents have the same lines, whatever stands in them: plain typing changes no face. */
function sameMarkers(before: Node, after: Node): boolean {
  if (before === after) return true
  if (before.childCount !== after.childCount) return false
  for (let index = 0; index < after.childCount; index++) {
    const [one, other] = [before.child(index), after.child(index)]
    if (one !== other && (one.attrs.id !== other.attrs.id || one.attrs.attributes !== other.attrs.attributes))
      return false
  }
  return true
}
