import type { Node } from '@tiptap/pm/model'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { TextBinding } from './text-binding.ts'

/**
 * Marks lines that somebody deleted and that stand all the same: `restored` for everybody, `held` for the reader whose
 * caret is in it (TX2, TX13). The page's style says it in words.
 */
export function stateDecorations(binding: TextBinding, doc: Node): DecorationSet | null {
  if (doc !== binding.doc || binding.blocks.every(({ state }) => state === 'shown')) return null
  const decorations: Decoration[] = []
  doc.forEach((line, offset, index) => {
    const state = binding.blocks[index]?.state
    if (state === undefined || state === 'shown') return
    decorations.push(Decoration.node(offset, offset + line.nodeSize, { 'data-state': state }))
  })
  return DecorationSet.create(doc, decorations)
}
