import { type EditorState, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { blockType } from '../../../shared/text/block.ts'
import { attributesOf, LINE_NODE } from '../binding/block-node.ts'
import type { FlatUndo } from '../binding/flat-undo.ts'
import { type BlockSigns, carryOutShorthand, readShorthand } from './markdown-shorthand.ts'

/** What Markdown asks of the text that it is typed in. */
interface MarkdownOptions {
  readonly undo: Pick<FlatUndo, 'stopCapturing'>
  /** Whether keys type text now, of somebody who may write. */
  readonly isTyping: (state: EditorState) => boolean
  /** What a line can become by signs at its start. */
  readonly blocks: () => BlockSigns
}

/**
 * Turns Markdown that is typed into what it stands for. Only typing does: nothing that others write, that is pasted, or
 * that an input method is still at work on. One undo gives back what was typed.
 */
export function markdownPlugin(options: MarkdownOptions): Plugin {
  return new Plugin({
    props: {
      handleTextInput: (view, from, to, text) => handleText(view, from, to, text, options),
    },
  })
}

function handleText(
  view: EditorView,
  from: number,
  to: number,
  text: string,
  { undo, isTyping, blocks }: MarkdownOptions,
): boolean {
  const { $head, head, empty } = view.state.selection
  const isTyped = !view.composing && empty && from === to && from === head
  if (!isTyped || !isTyping(view.state)) return false
  const line = $head.parent
  if (line.type.name !== LINE_NODE) return false
  const before = line.textBetween(0, $head.parentOffset, '', '\uFFFC')
  const isParagraph = blockType(attributesOf(line)) === 'paragraph'
  const shorthand = readShorthand(before, text, isParagraph ? blocks() : {})
  if (shorthand === null) return false
  const start = $head.start()
  view.dispatch(view.state.tr.insertText(text))
  undo.stopCapturing()
  const { tr } = view.state
  carryOutShorthand(tr, start, shorthand)
  view.dispatch(tr.scrollIntoView())
  undo.stopCapturing()
  return true
}
