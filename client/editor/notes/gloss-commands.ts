import type { Node } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isGloss } from '../../../shared/text/gloss.ts'
import { attributesOf } from '../binding/block-node.ts'
import { changeLines, type LineRange, positionOfLine } from '../manners/lines.ts'
import { type CaptureOptions, captureKey, TEXT } from './capture-options.ts'
import { indexOfLine } from './interventions-in.ts'
import type { MarkAsks } from './mark-asks.ts'
import { passageAt } from './mark-commands.ts'

type GlossOptions = Pick<CaptureOptions, 'newId' | 'undo'>

/** Finds the first gloss of the passage that a line is part of; -1: it has none. */
export function glossOf(doc: Node, index: number): number {
  const { from, to } = passageAt(doc, index)
  for (let at = from; at < to; at++) if (isGloss(attributesOf(doc.child(at)))) return at
  return -1
}

/**
 * Puts an empty gloss under the passage that a line is part of, or finds the one that is there; the caret goes there. Tells
 * whether it is a new one.
 */
export function openGloss(transaction: Transaction, index: number, newId: () => string): boolean {
  const { doc } = transaction
  const there = glossOf(doc, index)
  const { to } = passageAt(doc, index)
  const at = there < 0 ? to : there
  const position = positionOfLine(doc, at)
  if (there < 0) {
    const above = doc.child(to - 1)
    const { speaker } = attributesOf(above)
    const attributes = { type: 'gloss', ...(typeof speaker === 'string' && { speaker }) }
    transaction.insert(position, above.type.create({ id: newId(), attributes }))
  }
  const end = position + (there < 0 ? 1 : doc.child(there).nodeSize - 1)
  transaction.setSelection(TextSelection.create(transaction.doc, end))
  return there < 0
}

/** Takes the glosses of the passage away that a line is part of, or that one which the line is. */
export function removeGloss(transaction: Transaction, index: number): boolean {
  const isOne = isGloss(attributesOf(transaction.doc.child(index)))
  const { from, to } = isOne ? { from: index, to: index + 1 } : passageAt(transaction.doc, index)
  let isRemoved = false
  for (let at = to - 1; at >= from; at--) {
    const line = transaction.doc.child(at)
    // A text has at least one line; what opens an intervention stays, and is no gloss.
    if (!isGloss(attributesOf(line)) || transaction.doc.childCount === 1) continue
    const position = positionOfLine(transaction.doc, at)
    transaction.delete(position, position + line.nodeSize)
    isRemoved = true
  }
  return isRemoved
}

/** Says in which language lines are; null: as their words tell. Those that are gone meanwhile are passed over. */
export function setLanguage(transaction: Transaction, lines: readonly string[], lang: string | null): void {
  for (const line of lines) {
    const index = indexOfLine(transaction.doc, line)
    if (index >= 0) changeLines(transaction, one(index), () => ({ lang }))
  }
}

/** On a gloss: takes it away. Elsewhere: goes to the passage's gloss, a new one if need be. One step of undo. */
export function goToGloss(view: EditorView, options: GlossOptions, asks: MarkAsks): void {
  const { $from } = view.state.selection
  if (isGloss(attributesOf($from.parent))) takeGloss(view, options, asks)
  else putGloss(view, options, asks)
}

/** Puts a gloss under the caret's passage, or goes to the one that is there. */
export function putGloss(view: EditorView, { newId, undo }: GlossOptions, asks: MarkAsks): void {
  const { tr, selection } = view.state
  undo.stopCapturing()
  const isNew = openGloss(tr, selection.$from.index(0), newId)
  // Whoever asks for a gloss types it now.
  view.dispatch(tr.setMeta(captureKey, TEXT).scrollIntoView())
  undo.stopCapturing()
  if (isNew) asks.ask({ what: 'glossed' })
}

/** Takes the gloss of the caret's passage away; does nothing where there is none. */
export function takeGloss(view: EditorView, { undo }: GlossOptions, asks: MarkAsks): void {
  const { tr, selection } = view.state
  undo.stopCapturing()
  if (removeGloss(tr, selection.$from.index(0))) {
    view.dispatch(tr.scrollIntoView())
    asks.ask({ what: 'unglossed' })
  }
  undo.stopCapturing()
}

function one(index: number): LineRange {
  return { from: index, to: index + 1 }
}
