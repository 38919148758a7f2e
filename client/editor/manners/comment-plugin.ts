import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { refreshView } from '../binding/refresh-view.ts'
import type { TextBinding } from '../binding/text-binding.ts'
import type { CommentMark, CommentMarks } from './comment-marks.ts'
import { commentPieces, pieceAttributes, threadsAt } from './comment-pieces.ts'

const REFRESH = 'commentMarks'
const commentKey = new PluginKey<DecorationSet>('commentMarks')

/**
 * Marks the passages that threads are about. While somebody types, marks only move along with their words; where they
 * stand is found anew by whoever sets them, once the text has settled.
 */
export function commentPlugin(binding: TextBinding, marks: CommentMarks): Plugin<DecorationSet> {
  const draw = (doc: Node): DecorationSet => {
    if (doc !== binding.doc) return DecorationSet.empty
    const starts: number[] = []
    doc.forEach((_line, offset) => {
      starts.push(offset + 1)
    })
    const startOf = (block: number): number | undefined => starts[block]
    return DecorationSet.create(doc, [
      ...passageDecorations(marks.marks, startOf),
      ...chipDecorations(marks, startOf),
    ])
  }
  return new Plugin<DecorationSet>({
    key: commentKey,
    state: {
      init: (_config, { doc }) => draw(doc),
      apply(transaction, decorations, _before, after) {
        if (transaction.getMeta(REFRESH) === true) return draw(after.doc)
        return decorations.map(transaction.mapping, transaction.doc)
      },
    },
    props: {
      decorations: (state) => commentKey.getState(state),
      handleClick: (view, _position, event) => {
        // A press that ends a selection means the words, not their thread.
        if (view.dom.ownerDocument.getSelection()?.isCollapsed !== false) marks.press(threadsAt(event.target))
        return false
      },
    },
    view(view) {
      const refresh = (): void => {
        if (view.isDestroyed || view.composing) return
        const drawn = commentKey.getState(view.state)
        if (drawn !== undefined && isSame(drawn, draw(view.state.doc))) return
        refreshView(view, (tr) => tr.setMeta(REFRESH, true))
      }
      const stop = marks.subscribe(refresh)
      return { destroy: stop }
    },
  })
}

function isSame(one: DecorationSet, other: DecorationSet): boolean {
  const written = (set: DecorationSet): string =>
    JSON.stringify(set.find().map(({ from, to, spec }) => [from, to, spec]))
  return written(one) === written(other)
}

type StartOf = (block: number) => number | undefined

function passageDecorations(marks: readonly CommentMark[], startOf: StartOf): Decoration[] {
  return commentPieces(marks).flatMap((piece) => {
    const start = startOf(piece.block)
    if (start === undefined) return []
    const { threads, isSelected } = piece
    const attributes = pieceAttributes(piece)
    // The last says one drawing from another.
    return [Decoration.inline(start + piece.from, start + piece.to, attributes, { threads, isSelected })]
  })
}

function chipDecorations(marks: CommentMarks, startOf: StartOf): Decoration[] {
  return marks.marks.flatMap(({ thread, block, to, chip }) => {
    const start = startOf(block)
    if (start === undefined || chip === null) return []
    const element = (): HTMLElement => chipElement(thread, chip, marks)
    const key = `${thread} ${chip.label}`
    return [Decoration.widget(start + to, element, { side: 1, key, stopEvent: () => true })]
  })
}

/** Its number is drawn by the style: it is no part of the text, and none of what is copied. */
function chipElement(
  thread: string,
  chip: { count: number; label: string },
  marks: CommentMarks,
): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'comment-mark-chip'
  button.dataset['count'] = String(chip.count)
  button.setAttribute('aria-label', chip.label)
  button.append(speechGlyph())
  button.addEventListener('mousedown', (event) => event.preventDefault())
  button.addEventListener('click', () => marks.onPress?.(thread))
  return button
}

const SVG = 'http://www.w3.org/2000/svg'

/** lucide's message-square (ISC). */
function speechGlyph(): SVGElement {
  const glyph = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  glyph.setAttribute('viewBox', '0 0 24 24')
  glyph.setAttribute('aria-hidden', 'true')
  path.setAttribute(
    'd',
    'M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z',
  )
  glyph.append(path)
  return glyph
}
