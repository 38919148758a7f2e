import type { Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { isFootnote } from '../../../shared/text/footnote.ts'
import { ATOM_NODE, attributesOf, LINE_NODE } from '../binding/block-node.ts'
import { atomsOf, footnotesOf, noteOf } from './parts.ts'
import { endOfText } from './text-range.ts'

/**
 * Puts the mark of a new footnote at the caret or behind the selected words, and its line under the text among the others
 * in the order of their marks; the caret goes there. Null where there can be none: a footnote has no footnotes.
 */
export function insertFootnote(
  state: EditorState,
  ids: { readonly note: string; readonly line: string },
): Transaction | null {
  const { doc, schema, selection, tr } = state
  const { $to, to } = selection
  const mark = schema.nodes[ATOM_NODE]
  const line = schema.nodes[LINE_NODE]
  if (mark === undefined || line === undefined || $to.parent.type !== line) return null
  if (isFootnote(attributesOf($to.parent))) return null
  const place = placeOfFootnote(doc, to)
  const attributes = { type: 'footnote', note: ids.note }
  tr.insert(place, line.create({ id: ids.line, attributes }))
  tr.insert(to, mark.create({ atom: { t: 'note', id: ids.note } }, null, $to.marks()))
  return tr.setSelection(TextSelection.create(tr.doc, place + 2)).scrollIntoView()
}

/** Gives where the line of a mark at a place of the text begins: in the order of the marks. */
export function placeOfFootnote(doc: Node, at: number): number {
  const later = new Set(
    atomsOf(doc).flatMap((one) => (one.at >= at && noteOf(one.atom) !== null ? [noteOf(one.atom)] : [])),
  )
  return footnotesOf(doc).find(({ note }) => later.has(note))?.at ?? doc.content.size
}

/** Gives where the caret goes from a footnote back to its text: behind its mark; null: the caret is in none. */
export function behindMark({ doc, selection }: EditorState): number | null {
  const line = selection.$head.parent
  if (line.type.name !== LINE_NODE || !isFootnote(attributesOf(line))) return null
  const { note } = attributesOf(line)
  const mark = atomsOf(doc).find(({ atom }) => noteOf(atom) === note)
  return mark === undefined ? endOfText(doc) : mark.at + 1
}

/** Gives where the words of a footnote begin; null: there is no such footnote. */
export function startOfFootnote(doc: Node, note: string): number | null {
  const found = footnotesOf(doc).find((footnote) => footnote.note === note)
  return found === undefined ? null : found.at + 1
}
