import type { Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Kind } from '../../../shared/meeting/facts.ts'
import type { Attributes } from '../../../shared/text/block.ts'
import { attributesAfterEnter } from '../../../shared/text/interventions.ts'
import { attributesOf, LINE_NODE } from '../binding/block-node.ts'
import { interventionAt, type LineRange, positionOfLine } from './interventions-in.ts'

/** A block that a line can be made (format.md); level and depth begin at the first. */
export type BlockChoice = 'paragraph' | 'heading-1' | 'heading-2' | 'heading-3' | 'bullet' | 'ordered'

/** The deepest a list goes (format.md). */
const MAX_DEPTH = 5

/** Gives the lines that the selection reaches into. */
export function selectedLines({ selection }: EditorState): LineRange {
  const { $from, $to } = selection
  const to = $to.depth === 0 ? $to.index(0) : $to.index(0) + 1
  return { from: $from.index(0), to: Math.max(to, $from.index(0) + 1) }
}

/** Sets or takes away attributes of lines; `null` takes away. What they say else stays. */
function change(
  transaction: Transaction,
  { from, to }: LineRange,
  of: (line: Node, index: number) => object,
): void {
  let position = positionOfLine(transaction.doc, from)
  for (let index = from; index < to; index++) {
    const line = transaction.doc.child(index)
    const merged = { ...attributesOf(line), ...of(line, index) }
    const attributes = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null))
    transaction.setNodeAttribute(position, 'attributes', attributes satisfies Attributes)
    position += line.nodeSize
  }
}

/** Says what kind some lines are; null: none. */
export function setKind(transaction: Transaction, lines: LineRange, kind: Kind | null): void {
  change(transaction, lines, () => ({ kind }))
}

/** Says who speaks from a line on: it opens an intervention. Empty: nobody yet. */
export function openIntervention(transaction: Transaction, index: number, speaker: string): void {
  change(transaction, { from: index, to: index + 1 }, () => ({ speaker: speaker || null, lead: '1' }))
}

/** Corrects who said all of the intervention that a line belongs to; its lines keep their ids, and so every link. */
export function correctSpeaker(transaction: Transaction, index: number, speaker: string): void {
  const lines = interventionAt(transaction.doc, index)
  change(transaction, lines, (_, at) => {
    return at === lines.from ? { speaker: speaker || null, lead: '1' } : { speaker: speaker || null }
  })
}

/**
 * Closes the intervention that the caret is in: the caret goes to an empty line after it of which nobody has said who
 * speaks. Gives that line's index.
 */
export function closeIntervention(transaction: Transaction, newId: () => string): number {
  const { doc } = transaction
  const index = Math.min(transaction.selection.$from.index(0), doc.childCount - 1)
  const lines = interventionAt(doc, index)
  const last = doc.child(lines.to - 1)
  const isFresh = last.content.size === 0
  const at = isFresh ? lines.to - 1 : lines.to
  const position = positionOfLine(doc, at)
  if (isFresh) change(transaction, { from: at, to: at + 1 }, () => ({ speaker: null, lead: '1', kind: null }))
  else transaction.insert(position, last.type.create({ id: newId(), attributes: { lead: '1' } }))
  transaction.setSelection(TextSelection.create(transaction.doc, position + 1))
  return at
}

/** Cuts the caret's line in two at the caret, as Enter does; the caret stands at the second part's start. */
export function cutLine(transaction: Transaction, newId: () => string): boolean {
  const { $from, empty } = transaction.selection
  const line = $from.parent
  const isInside = $from.parentOffset > 0 && $from.parentOffset < line.content.size
  if (!empty || line.type.name !== LINE_NODE || !isInside) return false
  const attrs = { id: newId(), attributes: attributesAfterEnter(attributesOf(line), false) }
  transaction.split($from.pos, 1, [{ type: line.type, attrs }])
  transaction.setSelection(TextSelection.create(transaction.doc, $from.pos + 2))
  return true
}

/** Makes lines a paragraph, a heading or part of a list. */
export function setBlock(transaction: Transaction, lines: LineRange, block: BlockChoice): void {
  const [type, level] = block.split('-')
  change(transaction, lines, () => ({
    type: type === 'paragraph' ? null : type,
    level: level === undefined || level === '1' ? null : Number(level),
    depth: null,
  }))
}

/** Moves list lines in or out by a step; false where there is no list. */
export function indent(transaction: Transaction, lines: LineRange, step: 1 | -1): boolean {
  for (let index = lines.from; index < lines.to; index++) {
    const { type } = attributesOf(transaction.doc.child(index))
    if (type !== 'bullet' && type !== 'ordered') return false
  }
  change(transaction, lines, (line) => {
    const depth = Number(attributesOf(line).depth ?? 0) + step
    return { depth: depth <= 0 ? null : Math.min(depth, MAX_DEPTH) }
  })
  return true
}
