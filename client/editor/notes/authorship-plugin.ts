import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { refreshView } from '../binding/refresh-view.ts'
import type { TextBinding } from '../binding/text-binding.ts'
import { TypedSpans, type WhoTyped } from './typed-spans.ts'

/** Where the proof of who typed what comes from, while it is shown. */
export interface AuthorshipSource {
  /** Null: it is not shown. */
  readonly who: () => WhoTyped | null
  /** Class of a member's line under the words: colour and line style. */
  readonly lineOf: (member: string) => string
  readonly subscribe: (listener: () => void) => () => void
}

const REFRESH = 'notesAuthorship'
const authorshipKey = new PluginKey<DecorationSet>('notesAuthorship')

/** Underlines who typed what, on demand. */
export function authorshipPlugin(binding: TextBinding, source: AuthorshipSource): Plugin<DecorationSet> {
  const spans = new TypedSpans()
  const draw = (doc: Node): DecorationSet => {
    const who = source.who()
    if (who === null || doc !== binding.doc) return DecorationSet.empty
    const decorations: Decoration[] = []
    doc.forEach((_line, offset, index) => {
      const block = binding.blocks[index]
      if (block === undefined) return
      for (const { typedBy, from, to } of spans.of(block, who)) {
        if (typedBy === null) continue
        decorations.push(
          Decoration.inline(offset + 1 + from, offset + 1 + to, { class: source.lineOf(typedBy) }),
        )
      }
    })
    return DecorationSet.create(doc, decorations)
  }
  return new Plugin<DecorationSet>({
    key: authorshipKey,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, decorations, _before, after) {
        if (transaction.getMeta(REFRESH) === true) return draw(after.doc)
        return decorations.map(transaction.mapping, transaction.doc)
      },
    },
    props: {
      decorations(state) {
        const lines = authorshipKey.getState(state)
        if (lines === undefined || source.who() === null) return null
        // The line that the panel tells of.
        const { $from } = state.selection
        if ($from.depth === 0) return lines
        const selected = Decoration.node($from.before(1), $from.after(1), { 'data-selected': '' })
        return lines.add(state.doc, [selected])
      },
    },
    view(view) {
      let isAwaited = false
      // After the binding has written or shown the change: it knows the characters then.
      const refresh = (): void => {
        if (isAwaited) return
        isAwaited = true
        queueMicrotask(() => {
          isAwaited = false
          if (!view.composing) refreshView(view, (tr) => tr.setMeta(REFRESH, true))
        })
      }
      const stop = source.subscribe(refresh)
      return {
        update: (_view, before) => {
          if (before.doc !== view.state.doc && source.who() !== null) refresh()
        },
        destroy: stop,
      }
    },
  })
}
