import { type EditorState, type Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ATOM_NODE } from '../binding/block-node.ts'
import { focusEditor } from '../binding/caret-trust.ts'
import type { FlatUndo } from '../binding/flat-undo.ts'
import { closeList, listOf, type TypedList, typedListPlugin } from '../manners/typed-list.ts'

/** An item of the draft that can be referred to, as the list shows it. */
export interface ReferenceItem {
  readonly item: string
  /** What the text will say: "recommendation 7". */
  readonly label: string
  /** How it begins. */
  readonly words: string
}

export type FindReferences = (words: string) => readonly ReferenceItem[]

/** What references ask of the page that the text stands in. */
interface ReferenceOptions {
  readonly undo: Pick<FlatUndo, 'stopCapturing'>
  readonly mayWrite: () => boolean
  readonly find: () => FindReferences
  /** What is referred to, for a screen reader. */
  readonly tell: (label: string) => void
}

const referenceKey = new PluginKey<TypedList | null>('reference')

/** Enough to find an item by how it begins. */
const MOST_WORDS = 6

/** Gives what a reference is being looked for by now; null: none is. */
export function referenceOf(state: EditorState): TypedList | null {
  return listOf(state, referenceKey)
}

/** Offers the recommendations for a `#` inside a line. */
export function referencePlugin(options: ReferenceOptions): Plugin<TypedList | null> {
  return typedListPlugin<ReferenceItem>({
    key: referenceKey,
    sign: '#',
    opensAfter: (before) => !/[\p{L}\p{N}&/]$/u.test(before),
    mostWords: MOST_WORDS,
    items: (words) => options.find()(words),
    pick: (view, item) => pickReference(view, item, options),
    mayWrite: options.mayWrite,
  })
}

/** Puts a reference where its `#` and first words stand. Undo gives these back. */
export function pickReference(
  view: EditorView,
  { item, label }: ReferenceItem,
  { undo, tell }: Pick<ReferenceOptions, 'undo' | 'tell'>,
): void {
  const now = referenceOf(view.state)
  const type = view.state.schema.nodes[ATOM_NODE]
  if (now === null || type === undefined) return
  const { head, $head } = view.state.selection
  const { tr } = view.state
  undo.stopCapturing()
  tr.replaceWith(now.from, head, type.create({ atom: { t: 'ref', item } }, null, $head.marks()))
  view.dispatch(closeList(tr, referenceKey).scrollIntoView())
  undo.stopCapturing()
  tell(label)
  focusEditor(view)
}
