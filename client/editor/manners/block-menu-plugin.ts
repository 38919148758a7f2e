import { type EditorState, type Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { fold } from '../../../shared/names/fold.ts'
import { focusEditor } from '../binding/caret-trust.ts'
import type { FlatUndo } from '../binding/flat-undo.ts'
import { type BlockChoice, setBlock } from './blocks.ts'
import { selectedLines } from './lines.ts'
import { closeList, listOf, type TypedList, typedListPlugin } from './typed-list.ts'

/** A block that the menu offers, in the reader's language. */
export interface BlockItem {
  readonly block: BlockChoice
  readonly words: string
}

/** What the menu of blocks asks of the page that the text stands in. */
export interface BlockMenuOptions {
  readonly undo: Pick<FlatUndo, 'stopCapturing'>
  readonly mayWrite: () => boolean
  readonly blocks: () => readonly BlockItem[]
  /** What the line has become, for a screen reader. */
  readonly tell: (words: string) => void
}

const blockMenuKey = new PluginKey<TypedList | null>('blockMenu')

/** A block's name has no more words. */
const MOST_WORDS = 3

/** Gives what is being looked for in the menu of blocks now; null: it is not open. */
export function blockMenuOf(state: EditorState): TypedList | null {
  return listOf(state, blockMenuKey)
}

/** Offers what a line can be, for a `/` at its start. */
export function blockMenuPlugin(options: BlockMenuOptions): Plugin<TypedList | null> {
  return typedListPlugin<BlockItem>({
    key: blockMenuKey,
    sign: '/',
    opensAfter: (before) => before === '' && options.mayWrite(),
    mostWords: MOST_WORDS,
    items: (words) => findBlocks(options.blocks(), words),
    pick: (view, item) => pickBlock(view, item, options),
    mayWrite: options.mayWrite,
  })
}

/** Gives the blocks one of whose words begins so. */
export function findBlocks(blocks: readonly BlockItem[], words: string): readonly BlockItem[] {
  const typed = fold(words)
  return blocks.filter(({ words: name }) => {
    const own = fold(name)
    return own.startsWith(typed) || own.split(/[\s-]+/).some((part) => part.startsWith(typed))
  })
}

/** Makes the line a block; `/` and what was typed after it go. Undo gives them back. */
export function pickBlock(
  view: EditorView,
  { block, words }: BlockItem,
  { undo, tell }: Pick<BlockMenuOptions, 'undo' | 'tell'>,
): void {
  const now = blockMenuOf(view.state)
  if (now === null) return
  const { tr, selection } = view.state
  undo.stopCapturing()
  tr.delete(now.from, selection.head)
  setBlock(tr, selectedLines(view.state), block)
  view.dispatch(closeList(tr, blockMenuKey).scrollIntoView())
  undo.stopCapturing()
  tell(words)
  focusEditor(view)
}
