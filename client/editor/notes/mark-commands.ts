import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { AttributionLevel } from '../../../shared/meeting/facts.ts'
import type { Atom } from '../../../shared/text/atom.ts'
import { isGloss } from '../../../shared/text/gloss.ts'
import { ATOM_NODE, attributesOf } from '../binding/block-node.ts'
import { type LineRange, positionOfLine } from '../manners/lines.ts'
import { indexOfLine, interventionAt } from './interventions-in.ts'

/**
 * Finds the passage that a line is part of: a line with a kind and its kindless lines; else the line alone, with the
 * glosses under it.
 */
export function passageAt(doc: Node, index: number): LineRange {
  const { from, to } = interventionAt(doc, index)
  let first = index
  while (first > from && !hasKind(doc.child(first))) first--
  const isPassage = hasKind(doc.child(first))
  if (!isPassage) {
    first = index
    while (first > from && isGloss(attributesOf(doc.child(first)))) first--
  }
  let end = first + 1
  const goesOn = (line: Node): boolean => (isPassage ? !hasKind(line) : isGloss(attributesOf(line)))
  while (end < to && goesOn(doc.child(end))) end++
  return { from: first, to: end }
}

/** Finds the passages that some lines reach into. */
export function passagesAround(doc: Node, { from, to }: LineRange): LineRange {
  return { from: passageAt(doc, from).from, to: passageAt(doc, to - 1).to }
}

/** Gives the lines of a range. */
export function linesIn(doc: Node, { from, to }: LineRange): Node[] {
  return Array.from({ length: to - from }, (_, offset) => doc.child(from + offset))
}

/** Tells whether a line's wording is placed on record. */
export function isPlaced(line: Node): boolean {
  return attributesOf(line).verbatim === '1'
}

/** Gives the id of the withheld passage that a node stands for; null for any other node. */
export function withheldId(node: Node | null): string | null {
  if (node?.type.name !== ATOM_NODE) return null
  const { t, id } = node.attrs.atom as Atom
  return t === 'withheld' && typeof id === 'string' ? id : null
}

/** Gives the id of the one withheld passage of which some lines hold nothing but stubs; null where there is more. */
export function onlyWithheld(lines: readonly Node[]): string | null {
  const ids = new Set(lines.flatMap((line) => line.children.map(withheldId)))
  const [only] = ids
  return ids.size === 1 ? (only ?? null) : null
}

/** Places lines on record, or lets their wording be changed again. Those that are gone meanwhile are passed over. */
export function setPlaced(transaction: Transaction, lines: readonly string[], isOn: boolean): void {
  for (const line of lines) setAttribute(transaction, line, 'verbatim', isOn ? '1' : null)
}

/** Says how much may be told of who spoke; null: as much as the topic lets. The opening line carries it for all. */
export function setLevel(transaction: Transaction, line: string, level: AttributionLevel | null): void {
  const { doc } = transaction
  const index = indexOfLine(doc, line)
  if (index < 0) return
  const range = interventionAt(doc, index)
  for (const [offset, each] of linesIn(doc, range).entries()) {
    // A line that was joined may carry one of its own, and the least would win.
    setAttribute(transaction, String(each.attrs.id), 'attribution', offset === 0 ? level : null)
  }
}

function setAttribute(transaction: Transaction, line: string, name: string, value: string | null): void {
  const index = indexOfLine(transaction.doc, line)
  if (index < 0) return
  const { [name]: before, ...others } = attributesOf(transaction.doc.child(index))
  if ((before ?? null) === value) return
  const attributes = value === null ? others : { ...others, [name]: value }
  transaction.setNodeAttribute(positionOfLine(transaction.doc, index), 'attributes', attributes)
}

function hasKind(line: Node): boolean {
  const { kind } = attributesOf(line)
  return typeof kind === 'string' && kind !== ''
}
