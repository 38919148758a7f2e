import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { REMOTE, type Sight, showWaiting } from './binding-plugin.ts'
import { type Point, samePoint } from './points.ts'
import { refreshView } from './refresh-view.ts'
import type { TextBinding } from './text-binding.ts'

/** Another person's caret in this text. */
export interface RemoteCaret {
  readonly key: string
  readonly name: string
  readonly colour: string
  readonly anchor: Point
  readonly head: Point
  /** Counts what they did. With it the name is an element of its own, made anew each time, so that it can fade. */
  readonly activity?: number
}

/** Where carets of others come from. */
export interface CaretSource {
  /** Gives the same list until one of them has moved. */
  readonly carets: () => readonly RemoteCaret[]
  readonly subscribe: (listener: () => void) => () => void
}

const REFRESH = 'flatTextCarets'
const caretKey = new PluginKey<DrawnCarets>('flatTextCarets')

interface DrawnCarets {
  /** All that were there. */
  readonly carets: readonly RemoteCaret[]
  /** Those of them that were in sight. */
  readonly seen: readonly RemoteCaret[]
  readonly decorations: DecorationSet
  /** A caret follows a character that is not shown or has not arrived: presence comes before the text it speaks of. */
  readonly isAhead: boolean
}

const NONE: DrawnCarets = { carets: [], seen: [], decorations: DecorationSet.empty, isAhead: false }

/** Shows other people's carets and selections, wherever the text around them went (TX15); only those in sight. */
export function caretPlugin(binding: TextBinding, source: CaretSource, sight?: Sight): Plugin<DrawnCarets> {
  const isKnown = ({ anchor, head }: RemoteCaret): boolean => binding.knows(anchor) && binding.knows(head)
  const isSeen = (caret: RemoteCaret): boolean =>
    sight === undefined || !isKnown(caret) || sight.isSeen(binding.lineOf(caret.head))
  const draw = (before: DecorationSet, doc: Node): DrawnCarets => {
    const carets = source.carets()
    const seen = carets.filter(isSeen)
    const decorations = seen.flatMap((caret) => {
      if (isKnown(caret)) {
        const head = binding.positionOf(caret.head)
        return decorationsOf(
          caret,
          samePoint(caret.anchor, caret.head) ? head : binding.positionOf(caret.anchor),
          head,
        )
      }
      // Until its words are here, it stays where it was.
      const [last] = before.find(undefined, undefined, (spec) => spec.caret === caret.key)
      return last === undefined ? [] : decorationsOf(caret, last.from, last.from)
    })
    const isAhead = binding.isBehind || !carets.every(isKnown)
    return { carets, seen, decorations: DecorationSet.create(doc, decorations), isAhead }
  }
  return new Plugin<DrawnCarets>({
    key: caretKey,
    state: {
      init: () => NONE,
      apply(transaction, drawn, _before, after) {
        const { carets, isAhead } = drawn
        const decorations = drawn.decorations.map(transaction.mapping, transaction.doc)
        const isLate = isAhead || carets !== source.carets()
        const isNew =
          transaction.getMeta(REFRESH) === true || (isLate && transaction.getMeta(REMOTE) === true)
        return isNew ? draw(decorations, after.doc) : { ...drawn, decorations }
      },
    },
    props: {
      decorations: (state) => caretKey.getState(state)?.decorations ?? null,
    },
    view(view) {
      const refresh = (): void => {
        if (view.isDestroyed || view.state.doc !== binding.doc) return
        // Words and carets of twenty people are drawn in one go, where there are words.
        showWaiting(view)
        const { seen } = caretKey.getState(view.state) ?? NONE
        if (areSame(seen, source.carets().filter(isSeen))) return
        refreshView(view, (tr) => tr.setMeta(REFRESH, true))
      }
      const stops = [source.subscribe(refresh), sight?.subscribe(refresh)]
      return {
        destroy: () => {
          for (const stop of stops) stop?.()
        },
      }
    },
  })
}

function areSame(some: readonly RemoteCaret[], others: readonly RemoteCaret[]): boolean {
  return some.length === others.length && some.every((caret, index) => isSame(caret, others[index]))
}

function isSame(one: RemoteCaret, other: RemoteCaret | undefined): boolean {
  return (
    other !== undefined &&
    CARET_PARTS.every((part) => one[part] === other[part]) &&
    samePoint(one.anchor, other.anchor) &&
    samePoint(one.head, other.head)
  )
}

const CARET_PARTS = ['key', 'name', 'colour', 'activity'] as const

function decorationsOf(caret: RemoteCaret, anchor: number, head: number): Decoration[] {
  const widget = Decoration.widget(head, () => caretElement(caret), {
    key: `${caret.key} ${caret.name} ${caret.colour} ${caret.activity ?? ''}`,
    side: 10,
    ignoreSelection: true,
    caret: caret.key,
  })
  if (anchor === head) return [widget]
  const style = `background-color: color-mix(in srgb, ${caret.colour} 22%, transparent)`
  return [widget, Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), { style })]
}

function caretElement(caret: RemoteCaret): HTMLElement {
  const element = document.createElement('span')
  element.className = 'remote-caret'
  element.style.setProperty('--person', caret.colour)
  element.dataset.person = caret.name
  element.setAttribute('aria-hidden', 'true')
  if (caret.activity !== undefined) {
    const name = document.createElement('bdi')
    name.className = 'remote-caret-name'
    name.textContent = caret.name
    element.append(name)
  }
  return element
}
