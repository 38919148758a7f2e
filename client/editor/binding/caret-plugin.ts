import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Point } from './points.ts'
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
  readonly carets: () => readonly RemoteCaret[]
  readonly subscribe: (listener: () => void) => () => void
}

const REFRESH = 'flatTextCarets'
const caretKey = new PluginKey<DecorationSet>('flatTextCarets')

/** Shows other people's carets and selections, wherever the text around them went (TX15). */
export function caretPlugin(binding: TextBinding, source: CaretSource): Plugin<DecorationSet> {
  const draw = (state: { doc: Parameters<typeof DecorationSet.create>[0] }): DecorationSet => {
    return DecorationSet.create(
      state.doc,
      source.carets().flatMap((caret) => decorationsOf(binding, caret)),
    )
  }
  return new Plugin<DecorationSet>({
    key: caretKey,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, decorations, _before, after) {
        if (transaction.getMeta(REFRESH) === true) return draw(after)
        return decorations.map(transaction.mapping, transaction.doc)
      },
    },
    props: {
      decorations: (state) => caretKey.getState(state) ?? null,
    },
    view(view) {
      const refresh = (): void => {
        if (!view.isDestroyed && view.state.doc === binding.doc)
          view.dispatch(view.state.tr.setMeta(REFRESH, true))
      }
      const stop = source.subscribe(refresh)
      return { destroy: stop }
    },
  })
}

function decorationsOf(binding: TextBinding, caret: RemoteCaret): Decoration[] {
  const anchor = binding.positionOf(caret.anchor)
  const head = binding.positionOf(caret.head)
  const widget = Decoration.widget(head, () => caretElement(caret), {
    key: `${caret.key} ${caret.name} ${caret.colour} ${caret.activity ?? ''}`,
    side: 10,
    ignoreSelection: true,
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
