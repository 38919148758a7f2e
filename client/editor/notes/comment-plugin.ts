import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { TextBinding } from '../binding/text-binding.ts'
import { type CommentMark, type CommentMarks, passageClass } from './comment-marks.ts'
import { selectNextLine } from './reading-line.ts'

const REFRESH = 'notesComments'
const commentKey = new PluginKey<DecorationSet>('notesComments')

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
    return DecorationSet.create(
      doc,
      marks.marks.flatMap((mark) => {
        const start = starts[mark.block]
        return start === undefined ? [] : decorationsOf(mark, start, marks)
      }),
    )
  }
  return new Plugin<DecorationSet>({
    key: commentKey,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, decorations, _before, after) {
        if (transaction.getMeta(REFRESH) === true) return draw(after.doc)
        return decorations.map(transaction.mapping, transaction.doc)
      },
    },
    props: {
      decorations: (state) => commentKey.getState(state),
      handleClick: (view, _position, event) => {
        const thread = threadAt(event.target)
        // A press that ends a selection means the words, not their thread.
        if (thread !== null && view.dom.ownerDocument.getSelection()?.isCollapsed !== false)
          marks.onPress?.(thread)
        return false
      },
      handleDOMEvents: {
        keydown: (view, event) => !view.editable && selectNextLine(view, event),
      },
    },
    view(view) {
      const refresh = (): void => {
        if (view.isDestroyed || view.composing) return
        const drawn = commentKey.getState(view.state)
        if (drawn !== undefined && isSame(drawn, draw(view.state.doc))) return
        view.dispatch(view.state.tr.setMeta(REFRESH, true))
      }
      const stop = marks.subscribe(refresh)
      makeReachable(view)
      return { update: makeReachable, destroy: stop }
    },
  })
}

function isSame(one: DecorationSet, other: DecorationSet): boolean {
  const written = (set: DecorationSet): string =>
    JSON.stringify(set.find().map(({ from, to, spec }) => [from, to, spec]))
  return written(one) === written(other)
}

/** What cannot be written in can still be reached by Tab: lines are chosen there to comment on them. */
function makeReachable({ dom, editable }: EditorView): void {
  if (!editable) dom.tabIndex = 0
  else if (dom.hasAttribute('tabindex')) dom.removeAttribute('tabindex')
}

function decorationsOf(mark: CommentMark, start: number, marks: CommentMarks): Decoration[] {
  const { thread, from, to, isSelected, chip } = mark
  const classes = ['note-comment', passageClass(thread), ...(isSelected ? ['note-comment-selected'] : [])]
  const passage = Decoration.inline(
    start + from,
    start + to,
    { class: classes.join(' '), 'data-thread': thread },
    // Tells one drawing from another.
    { thread, isSelected },
  )
  if (chip === null) return [passage]
  const element = (): HTMLElement => chipElement(thread, chip, marks)
  const key = `${thread} ${chip.label}`
  return [passage, Decoration.widget(start + to, element, { side: 1, key, stopEvent: () => true })]
}

/** Its number is drawn by the style: it is no part of the text, and none of what is copied. */
function chipElement(
  thread: string,
  chip: { count: number; label: string },
  marks: CommentMarks,
): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'note-comment-chip'
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

function threadAt(target: EventTarget | null): string | null {
  const piece = target instanceof Element ? target.closest<HTMLElement>('[data-thread]') : null
  return piece?.dataset['thread'] ?? null
}
