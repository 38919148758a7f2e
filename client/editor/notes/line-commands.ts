import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Kind } from '../../../shared/meeting/facts.ts'
import { isGloss } from '../../../shared/text/gloss.ts'
import { attributesAfterEnter } from '../../../shared/text/interventions.ts'
import { attributesOf, LINE_NODE } from '../binding/block-node.ts'
import { changeLines, type LineRange, positionOfLine } from '../manners/lines.ts'
import { interventionAt } from './interventions-in.ts'

/** Says what kind some lines are; null: none. A gloss is of none. */
export function setKind(transaction: Transaction, lines: LineRange, kind: Kind | null): void {
  changeLines(transaction, lines, (line) => (isGloss(attributesOf(line)) ? {} : { kind }))
}

/** Says who speaks from a line on: it opens an intervention. Empty: nobody yet. */
export function openIntervention(transaction: Transaction, index: number, speaker: string): void {
  changeLines(transaction, { from: index, to: index + 1 }, (line) => ({
    speaker: speaker || null,
    lead: '1',
    ...(isGloss(attributesOf(line)) && { type: null }),
  }))
}

/** Corrects who said all of the intervention that a line belongs to; its lines keep their ids, and so every link. */
export function correctSpeaker(transaction: Transaction, index: number, speaker: string): void {
  const lines = interventionAt(transaction.doc, index)
  changeLines(transaction, lines, (_, at) => {
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
  if (isFresh)
    changeLines(transaction, { from: at, to: at + 1 }, (line) => ({
      speaker: null,
      lead: '1',
      kind: null,
      ...(isGloss(attributesOf(line)) && { type: null }),
    }))
  else transaction.insert(position, last.type.create({ id: newId(), attributes: { lead: '1' } }))
  transaction.setSelection(TextSelection.create(transaction.doc, position + 1))
  return at
}

/** Cuts the caret's line in two at the caret, as Enter does; the caret stands at the second part's start. Not a gloss. */
export function cutLine(transaction: Transaction, newId: () => string): boolean {
  const { $from, empty } = transaction.selection
  const line = $from.parent
  const isInside = $from.parentOffset > 0 && $from.parentOffset < line.content.size
  if (!empty || line.type.name !== LINE_NODE || !isInside || isGloss(attributesOf(line))) return false
  const attrs = { id: newId(), attributes: attributesAfterEnter(attributesOf(line), false) }
  transaction.split($from.pos, 1, [{ type: line.type, attrs }])
  transaction.setSelection(TextSelection.create(transaction.doc, $from.pos + 2))
  return true
}
