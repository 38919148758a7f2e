import { type EditorState, type Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ATOM_NODE } from '../binding/block-node.ts'
import { focusEditor } from '../binding/caret-trust.ts'
import type { FlatUndo } from '../binding/flat-undo.ts'
import { closeList, listOf, type TypedList, typedListPlugin } from './typed-list.ts'

/** Somebody who can be mentioned, as the list shows them. */
export interface MentionItem {
  readonly of: 'member' | 'mechanism'
  readonly id: string
  /** What stands in the text. */
  readonly label: string
  readonly name: string
  readonly detail: string
}

export type FindMentions = (words: string) => readonly MentionItem[]

/** What mentions ask of the page that the text stands in. */
export interface MentionOptions {
  readonly undo: Pick<FlatUndo, 'stopCapturing'>
  readonly mayWrite: () => boolean
  readonly find: () => FindMentions
  /** Who was mentioned, for a screen reader. */
  readonly tell: (label: string) => void
  readonly isCommand?: (transaction: Transaction) => boolean
}

const mentionKey = new PluginKey<TypedList | null>('mention')

/** A name has no more words. */
const MOST_WORDS = 4

/** Gives what is being mentioned in an editor now; null: nobody. */
export function mentionOf(state: EditorState): TypedList | null {
  return listOf(state, mentionKey)
}

/** Offers people and mechanisms for an `@` inside a line. */
export function mentionPlugin(options: MentionOptions): Plugin<TypedList | null> {
  const { find, ...given } = options
  return typedListPlugin<MentionItem>({
    ...given,
    key: mentionKey,
    sign: '@',
    // In the middle of a word it is an address of e-mail or a handle.
    opensAfter: (before) => !/[\p{L}\p{N}]$/u.test(before),
    mostWords: MOST_WORDS,
    items: (words) => find()(words),
    pick: (view, item) => pickMention(view, item, options),
  })
}

/** Puts a mention where its `@` and first letters stand. Undo gives these back. */
export function pickMention(
  view: EditorView,
  { of, id, label }: MentionItem,
  { undo, tell }: Pick<MentionOptions, 'undo' | 'tell'>,
): void {
  const now = mentionOf(view.state)
  const type = view.state.schema.nodes[ATOM_NODE]
  if (now === null || type === undefined) return
  const { head, $head } = view.state.selection
  const atom = type.create({ atom: { t: 'mention', of, id, label } }, null, $head.marks())
  const { tr, schema } = view.state
  undo.stopCapturing()
  tr.replaceWith(now.from, head, atom)
  const after = tr.selection.$head.nodeAfter?.text ?? ''
  if (!/^[\s\p{P}]/u.test(after)) tr.insert(now.from + 1, schema.text(' '))
  view.dispatch(closeList(tr, mentionKey).scrollIntoView())
  undo.stopCapturing()
  tell(label)
  focusEditor(view)
}
