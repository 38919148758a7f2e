import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { refreshView } from '../binding/refresh-view.ts'
import { withheldId } from './mark-commands.ts'

interface LateStubs {
  readonly ids: ReadonlySet<string>
  readonly drawn: DecorationSet
}

const lateKey = new PluginKey<LateStubs>('notesLateStubs')
const NONE: LateStubs = { ids: new Set(), drawn: DecorationSet.empty }

/** Marks the stubs of passages for which words came late; which they are, the page says. */
export function lateStubsPlugin(): Plugin<LateStubs> {
  return new Plugin<LateStubs>({
    key: lateKey,
    state: {
      init: () => NONE,
      apply: (transaction, before, _old, { doc }) => {
        const ids = (transaction.getMeta(lateKey) as ReadonlySet<string> | undefined) ?? before.ids
        if (ids === before.ids && (ids.size === 0 || !transaction.docChanged)) return before
        return { ids, drawn: draw(doc, ids) }
      },
    },
    props: { decorations: (state) => lateKey.getState(state)?.drawn },
  })
}

/** Says for which passages words came late. */
export function markLateStubs(view: EditorView, ids: readonly string[]): void {
  const before = lateKey.getState(view.state)?.ids
  if (view.isDestroyed || (before?.size === ids.length && ids.every((id) => before.has(id)))) return
  refreshView(view, (tr) => tr.setMeta(lateKey, new Set(ids)))
}

function draw(doc: Node, ids: ReadonlySet<string>): DecorationSet {
  const stubs: Decoration[] = []
  doc.descendants((node, position) => {
    const id = withheldId(node)
    if (id !== null && ids.has(id))
      stubs.push(Decoration.node(position, position + node.nodeSize, { 'data-late': '' }))
    return true
  })
  return DecorationSet.create(doc, stubs)
}
