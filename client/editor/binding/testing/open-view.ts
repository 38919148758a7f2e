import { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'
import { flatText, fork, docOf as ydocOf } from '../../../../shared/text/testing/flat-text.ts'
import { bindingPlugin, type Sight } from '../binding-plugin.ts'
import { type CaretSource, caretPlugin } from '../caret-plugin.ts'
import { FlatUndo } from '../flat-undo.ts'
import { TextBinding } from '../text-binding.ts'
import { schema } from './writer.ts'

/** The part of an editor's view that plugins touch, without a page. */
export function openView(lines: readonly string[], source?: CaretSource, paceMs = 0, sight?: Sight) {
  const text = fork(flatText(lines), 11)
  const binding = new TextBinding(text, schema)
  const undo = new FlatUndo(ydocOf(text), 0)
  let ids = 0
  const options = { binding, undo, newId: () => `n${++ids}`, paceMs, ...(sight && { sight }) }
  const caretPlugins = source === undefined ? [] : [caretPlugin(binding, source, sight)]
  const plugins = [bindingPlugin(options), ...caretPlugins]
  const page: { selection: Partial<Selection> | null } = { selection: null }
  const ownerDocument = { getSelection: () => page.selection }
  const dom = Object.assign(new EventTarget(), { ownerDocument, contains: () => true })
  const view = {
    state: EditorState.create({ doc: binding.doc, plugins }),
    dom,
    composing: false,
    editable: false,
    hasFocus: () => false,
    posAtDOM: (_node: unknown, offset: number) => offset,
    domObserver: { flush: () => undefined },
    isDestroyed: false,
    dispatch(transaction: EditorState['tr']) {
      const before = view.state
      view.state = view.state.apply(transaction)
      for (const each of views) each.update?.(view as unknown as EditorView, before)
    },
  }
  const views: { update?: (view: EditorView, before: EditorState) => void; destroy?: () => void }[] = []
  for (const plugin of plugins) {
    const made = plugin.spec.view?.(view as unknown as EditorView)
    if (made !== undefined) views.push(made as (typeof views)[number])
  }
  const remote = (write: (text: Y.Text) => void): void => {
    const other = fork(text, 12)
    ydocOf(other).transact(() => write(other))
    Y.applyUpdate(ydocOf(text), Y.encodeStateAsUpdate(ydocOf(other)), 'remote')
  }
  const close = (): void => {
    for (const each of views) each.destroy?.()
  }
  return { text, binding, undo, view, remote, close, dom, page }
}
