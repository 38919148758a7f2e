import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { StatementBlock, StatementRun } from '../../../shared/statements/statement.ts'
import type { Attributes, Formats, FormatValue } from '../../../shared/text/block.ts'
import { ATOM_NODE, attributesOf, LINE_NODE } from '../binding/block-node.ts'
import { focusEditor } from '../binding/caret-trust.ts'
import { marksOf } from '../binding/formats.ts'
import { positionOfLine } from '../manners/lines.ts'
import { type CaptureOptions, captureKey } from './capture-options.ts'
import { interventionAt } from './interventions-in.ts'

/** A written statement that is to become one intervention. */
export interface StatementToPut {
  readonly blocks: readonly StatementBlock[]
  /** As a line's `speaker` has it; empty: nobody yet. */
  readonly speaker: string
  /** Whether paragraphs' numbers become words of them. */
  readonly keepsNumbers: boolean
  /** After the intervention that the caret stands in, or at the end of the notes. */
  readonly where: 'after-caret' | 'end'
}

/**
 * Puts a statement into the notes as one intervention, in one step of undo. The caret then stands at its first passage,
 * in line mode where there is a keyboard: kinds are given with one key and ↓ each.
 */
export function putStatement(view: EditorView, statement: StatementToPut, options: CaptureOptions): void {
  if (!options.mayWrite() || statement.blocks.length === 0) return
  const { tr } = view.state
  options.undo.stopCapturing()
  placeStatement(tr, statement, options.newId)
  if (options.sheet() === null) {
    tr.setMeta(captureKey, { mode: 'line' })
    options.tell({ did: 'line-mode' })
  }
  view.dispatch(tr.scrollIntoView())
  options.undo.stopCapturing()
  focusEditor(view)
}

/** Writes the lines of a statement; the caret stands at the first of them. */
export function placeStatement(
  transaction: Transaction,
  statement: StatementToPut,
  newId: () => string,
): void {
  const { doc } = transaction
  const { schema } = doc.type
  const index = statement.where === 'end' ? doc.childCount - 1 : transaction.selection.$from.index(0)
  const { to } = interventionAt(doc, Math.min(index, doc.childCount - 1))
  const last = doc.child(to - 1)
  // A line that waits for words is where they go, as for the next speaker; it keeps its id.
  const isFresh = last.content.size === 0
  const lines = statement.blocks.map((block, at) => {
    const id = at === 0 && isFresh ? last.attrs.id : newId()
    return lineOf(schema, block, statement, id, at === 0)
  })
  openNext(transaction, to, statement.speaker)
  const position = positionOfLine(doc, isFresh ? to - 1 : to)
  if (isFresh) {
    const [first, ...rest] = lines as [Node, ...Node[]]
    transaction.insert(position + last.nodeSize, rest)
    transaction.insert(position + 1, first.content)
    transaction.setNodeAttribute(position, 'attributes', attributesOf(first))
  } else transaction.insert(position, lines)
  transaction.setSelection(TextSelection.create(transaction.doc, position + 1))
}

/** What follows stays an intervention of its own, also of the same speaker. */
function openNext(transaction: Transaction, index: number, speaker: string): void {
  if (index >= transaction.doc.childCount) return
  const next = attributesOf(transaction.doc.child(index))
  if ((next.speaker ?? '') !== speaker || next.lead === '1') return
  const position = positionOfLine(transaction.doc, index)
  transaction.setNodeAttribute(position, 'attributes', { ...next, lead: '1' } satisfies Attributes)
}

function lineOf(
  schema: Schema,
  { type, level, depth, number, runs }: StatementBlock,
  { speaker, keepsNumbers }: StatementToPut,
  id: string,
  leads: boolean,
): Node {
  const attributes: Record<string, string | number> = {}
  if (type !== 'paragraph') attributes.type = type
  if (level !== undefined && level > 1) attributes.level = level
  if (depth !== undefined && depth > 0) attributes.depth = depth
  if (speaker !== '') attributes.speaker = speaker
  if (leads) attributes.lead = '1'
  const before = keepsNumbers && number !== undefined ? [{ text: `${number} ` }] : []
  const content = Fragment.fromArray([...before, ...runs].flatMap((run) => nodesOf(schema, run)))
  return nodeType(schema, LINE_NODE).create({ id, attributes }, content)
}

function nodesOf(schema: Schema, run: StatementRun): Node[] {
  if (run.break) return [nodeType(schema, ATOM_NODE).create({ atom: { t: 'break' } })]
  return run.text === '' ? [] : [schema.text(run.text, marksOf(schema, formatsOf(run)))]
}

function formatsOf({ bold, italic, underline, strike, link }: StatementRun): Formats {
  const formats: Record<string, FormatValue> = {}
  if (bold) formats.bold = true
  if (italic) formats.italic = true
  if (underline) formats.underline = true
  if (strike) formats.strike = true
  if (link !== undefined) formats.link = JSON.stringify({ href: link })
  return formats
}

function nodeType(schema: Schema, name: string): Schema['nodes'][string] {
  return schema.nodes[name] as Schema['nodes'][string]
}
