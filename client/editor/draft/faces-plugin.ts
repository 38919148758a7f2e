import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView, type NodeView } from '@tiptap/pm/view'
import type { Atom } from '../../../shared/text/atom.ts'
import { ATOM_NODE } from '../binding/block-node.ts'
import { refreshView } from '../binding/refresh-view.ts'
import {
  type AtomFace,
  type AtomFaces,
  type AtomWords,
  backElement,
  drawFace,
  facesOf,
  footnoteLabels,
} from './atom-faces.ts'

const REFRESH = 'atomFaces'

/** Draws brackets, marks of footnotes and references as the draft stands now, and footnotes with their numbers. */
export function facesPlugin(faces: AtomFaces): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc }) => decorate(doc, faces.words()),
      nodeViews: {
        // Nothing for all other atoms: they are drawn as the schema says.
        [ATOM_NODE]: (node, _view, _position, decorations) => faceView(node, decorations) as NodeView,
      },
    },
    view(view) {
      let drawn = signature(view.state.doc, faces.words())
      let isAsked = false
      const refresh = (): void => {
        isAsked = false
        if (view.isDestroyed || view.composing) return
        const now = signature(view.state.doc, faces.words())
        if (now === drawn) return
        drawn = now
        refreshView(view, (tr) => tr.setMeta(REFRESH, true))
      }
      const stop = faces.subscribe(() => {
        if (isAsked) return
        isAsked = true
        // The binding may be writing what this very editor shows: a change meanwhile would have it written twice.
        queueMicrotask(refresh)
      })
      return {
        update: (updated: EditorView, before) => {
          if (updated.state.doc !== before.doc) drawn = ''
        },
        destroy: stop,
      }
    },
  })
}

function decorate(doc: Node, words: AtomWords): DecorationSet | null {
  const atoms = facesOf(doc, words).map(({ at, face }) =>
    // The text is among the attributes so that another number is another drawing.
    Decoration.node(at, at + 1, { ...face.attributes, 'data-face': face.text }, { face }),
  )
  const lines = footnoteLabels(doc, words).map(({ at, note, label, name }) =>
    Decoration.widget(at + 1, () => backElement(note, label, name), {
      side: -1,
      key: `${note} ${label} ${name}`,
      stopEvent: () => true,
      ignoreSelection: true,
    }),
  )
  return atoms.length + lines.length === 0 ? null : DecorationSet.create(doc, [...atoms, ...lines])
}

function faceView(node: Node, decorations: readonly Decoration[]): NodeView | undefined {
  const atom = node.attrs.atom as Atom
  const { t } = atom
  if (t !== 'bracket' && t !== 'note' && t !== 'ref') return undefined
  const dom = document.createElement('span')
  dom.contentEditable = 'false'
  dom.dataset['atom'] = t
  dom.dataset['attributes'] = JSON.stringify(atom)
  const draw = (given: readonly Decoration[]): void => {
    const face = given.map(({ spec }) => (spec as { face?: AtomFace }).face).find((one) => one !== undefined)
    if (face !== undefined) drawFace(dom, face)
  }
  draw(decorations)
  return {
    dom,
    update(next, given) {
      if (JSON.stringify(next.attrs.atom) !== JSON.stringify(node.attrs.atom)) return false
      draw(given)
      return true
    },
    ignoreMutation: () => true,
  }
}

function signature(doc: Node, words: AtomWords): string {
  const notes = footnoteLabels(doc, words).map(({ at, label, name }) => [at, label, name])
  return JSON.stringify([facesOf(doc, words), notes])
}
