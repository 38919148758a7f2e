import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { footnotesOf } from './parts.ts'

/** A range of an item's text, as places of its document. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

/** Gives the whole of a text, without its footnotes: they go along with their marks. */
export function wholeText(doc: Node): TextRange {
  return { from: 1, to: endOfText(doc) }
}

/** Gives where the words of a text end, before its footnotes. */
export function endOfText(doc: Node): number {
  const first = footnotesOf(doc)[0]?.at ?? doc.content.size
  return Math.max(1, first - 1)
}

/** Gives the part of a text that a range of the page covers: all of it from or to where the range reaches beyond it. */
export function coveredText(view: EditorView, range: Range): TextRange {
  const { from, to } = wholeText(view.state.doc)
  const at = (node: globalThis.Node, offset: number): number | null =>
    view.dom.contains(node) ? view.posAtDOM(node, offset) : null
  const start = at(range.startContainer, range.startOffset) ?? from
  const end = at(range.endContainer, range.endOffset) ?? to
  const isBeyond = (place: number): number => Math.min(to, Math.max(from, place))
  return { from: isBeyond(start), to: isBeyond(end) }
}
