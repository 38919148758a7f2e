import type { Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { isFootnote } from '../../../shared/text/footnote.ts'
import { ATOM_NODE, attributesOf } from '../binding/block-node.ts'
import { bracketsOf } from './parts.ts'

interface Range {
  readonly from: number
  readonly to: number
}

/** Puts the selected words in brackets, or with `whole` all of the text; null where there are none. The caret comes after. */
export function putInBrackets(state: EditorState, id: string, whole = false): Transaction | null {
  const { doc, selection, schema, tr } = state
  const range = withoutSpace(doc, whole ? bodyOf(doc) : inBody(doc, selection))
  const type = schema.nodes[ATOM_NODE]
  if (range === null || type === undefined) return null
  const bracket = (side: 'open' | 'close', at: number): Node =>
    type.create({ atom: { t: 'bracket', side, id } }, null, doc.resolve(at).marks())
  tr.insert(range.to, bracket('close', range.to)).insert(range.from, bracket('open', range.from))
  return tr.setSelection(TextSelection.create(tr.doc, range.to + 2)).scrollIntoView()
}

/** Takes a pair of brackets away and keeps the words between them. */
export function removeBrackets(state: EditorState, id: string): Transaction | null {
  const places = bracketsOf(state.doc).filter((bracket) => bracket.id === id)
  if (places.length === 0) return null
  const { tr } = state
  for (const { at } of places.reverse()) tr.delete(at, at + 1)
  return tr.scrollIntoView()
}

/** Takes a pair of brackets away with all that stands between them; one that stands alone takes nothing along. */
export function deleteBracketed(state: EditorState, id: string): Transaction | null {
  const places = bracketsOf(state.doc).filter((bracket) => bracket.id === id)
  const [first] = places
  const last = places.at(-1)
  if (first === undefined || last === undefined) return null
  return state.tr.delete(first.at, last.at + 1).scrollIntoView()
}

/** Gives the bracket that the caret touches; the one after it where it touches two. Null: there is none. */
export function bracketAtCaret({ doc, selection }: EditorState): string | null {
  if (!selection.empty) return null
  const touching = bracketsOf(doc).filter(({ at }) => at === selection.head || at + 1 === selection.head)
  return touching.at(-1)?.id ?? null
}

/** A selection that runs from the text into its footnotes means the text. */
function inBody(doc: Node, { $from, $to, from, to }: EditorState['selection']): Range | null {
  if ($from.depth === 0 || $to.depth === 0) return bodyOf(doc)
  const isIn = isFootnote(attributesOf($from.parent))
  if (!isIn && isFootnote(attributesOf($to.parent))) return { from, to: bodyOf(doc)?.to ?? from }
  return !isIn || $from.sameParent($to) ? { from, to } : { from, to: $from.end() }
}

function bodyOf(doc: Node): Range | null {
  let from = -1
  let to = -1
  doc.forEach((line, offset) => {
    if (isFootnote(attributesOf(line))) return
    if (from < 0) from = offset + 1
    to = offset + line.nodeSize - 1
  })
  return from < 0 ? null : { from, to }
}

/** White space at the ends of a selection, and empty lines there, stay outside. */
function withoutSpace(doc: Node, range: Range | null): Range | null {
  if (range === null) return null
  let { from, to } = range
  const isSpace = (at: number): boolean => doc.textBetween(at, at + 1, '\n', '\uFFFC').trim() === ''
  while (from < to && isSpace(from)) from++
  while (to > from && isSpace(to - 1)) to--
  return from < to ? { from, to } : null
}
