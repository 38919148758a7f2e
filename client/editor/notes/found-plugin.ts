import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { refreshView } from '../binding/refresh-view.ts'
import type { FoundMarks } from './found-marks.ts'

const REFRESH = 'notesFound'
const foundKey = new PluginKey<DecorationSet>('notesFound')

/** Marks found words beside the document. While somebody types, marks only move along with their words. */
export function foundPlugin(marks: FoundMarks): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: foundKey,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, decorations, _before, { doc }) {
        if (transaction.getMeta(REFRESH) !== true)
          return decorations.map(transaction.mapping, transaction.doc)
        const { current } = marks
        return DecorationSet.create(
          doc,
          marks.places
            .filter(({ to }) => to <= doc.content.size)
            .map(({ from, to }) => {
              const isCurrent = from === current?.from
              return Decoration.inline(from, to, { class: isCurrent ? 'found found-current' : 'found' })
            }),
        )
      },
    },
    props: {
      decorations: (state) => foundKey.getState(state),
    },
    view(view) {
      const stop = marks.subscribe(() => {
        // A composition is not broken off by marks; they come with the next change.
        if (!view.composing) refreshView(view, (tr) => tr.setMeta(REFRESH, true))
      })
      return { destroy: stop }
    },
  })
}
