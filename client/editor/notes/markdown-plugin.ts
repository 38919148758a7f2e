import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { blockType } from '../../../shared/text/block.ts'
import { attributesOf, LINE_NODE } from '../binding/block-node.ts'
import { type CaptureOptions, captureOf } from './capture-options.ts'
import { carryOutShorthand, readShorthand } from './markdown-shorthand.ts'

/**
 * Turns Markdown that is typed into what it stands for. Only typing does: nothing that others write, that is pasted, or
 * that an input method is still at work on. One undo gives back what was typed.
 */
export function markdownPlugin(options: CaptureOptions): Plugin {
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
  { undo, mayWrite }: CaptureOptions,
): boolean {
  const { $head, head, empty } = view.state.selection
  const isTyped = !view.composing && empty && from === to && from === head
  if (!isTyped || !mayWrite() || captureOf(view.state).mode !== 'text') return false
  const line = $head.parent
  if (line.type.name !== LINE_NODE) return false
  const before = line.textBetween(0, $head.parentOffset, '', '\uFFFC')
  const shorthand = readShorthand(before, text, blockType(attributesOf(line)) === 'paragraph')
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
