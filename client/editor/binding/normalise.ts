import type { Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { ROOT_ID } from '../../../shared/text/block.ts'
import { flowsTogether } from '../../../shared/text/interventions.ts'
import { attributesOf, LINE_NODE } from './block-node.ts'
import { changedLines, type LineRange } from './changed-lines.ts'

/** Set on a transaction that joins interventions on purpose ("merge into the one above", TX14). */
export const JOINS_SPEAKERS = 'joinsSpeakers'

/**
 * Mends what a local change left behind: a line without an id or with another's gets its own (TX8), and a deletion
 * that pulled one intervention into another leaves two lines (TX14). Null when there is nothing to mend.
 */
export function normalise(
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
  newId: () => string,
): Transaction | null {
  const range = changedLines(before.doc, after.doc)
  if (range === null || isWithinOneLine(before.doc, after.doc, range)) return null
  const mended = after.tr
  const mapping = new Mapping(transactions.flatMap((transaction) => transaction.mapping.maps))
  const still = linesStillThere(before.doc, after.doc, range.from, range.toA, mapping)
  if (!transactions.some((transaction) => transaction.getMeta(JOINS_SPEAKERS) === true)) {
    separateSpeakers(mended, before.doc, range.from, range.toA, mapping, new Set(still.values()))
  }
  keepCaret(mended, after)
  giveIds(mended, before.doc, new Set(still.keys()), range.from, before.doc.childCount - range.toA, newId)
  return mended.docChanged ? mended : null
}

/** Tells whether words came into one line or went from it: nothing to mend then. The first line may have no marker yet (TX7). */
function isWithinOneLine(before: Node, after: Node, { from, toA, toB }: LineRange): boolean {
  if (toA - from !== 1 || toB - from !== 1) return false
  const { id } = after.child(from).attrs
  return id !== null && id !== ROOT_ID && id === before.child(from).attrs.id
}

/** What was typed or pasted over a cut stays before the caret: a cut made there must not carry the caret along. */
function keepCaret(mended: Transaction, after: EditorState): void {
  const { selection } = after
  if (!mended.docChanged || !selection.empty) return
  const place = mended.mapping.map(selection.head, -1)
  if (place !== mended.selection.head) mended.setSelection(TextSelection.near(mended.doc.resolve(place), -1))
}

/** Gives the places of lines that a change went around or into, not over, with the old line's index. */
function linesStillThere(
  before: Node,
  after: Node,
  from: number,
  to: number,
  mapping: Mapping,
): Map<number, number> {
  const still = new Map<number, number>()
  before.forEach((line, offset, index) => {
    if (index < from || index >= to) return
    const { pos } = mapping.mapResult(offset, 1)
    if (after.nodeAt(pos)?.attrs.id === line.attrs.id && !still.has(pos)) still.set(pos, index)
  })
  return still
}

/** Cuts again what a deletion joined across interventions, or to a gloss; the second part keeps its id and attributes. */
function separateSpeakers(
  mended: Transaction,
  before: Node,
  from: number,
  to: number,
  mapping: Mapping,
  still: ReadonlySet<number>,
): void {
  before.forEach((line, offset, index) => {
    if (index <= from || index >= to || line.content.size === 0 || still.has(index)) return
    const start = mapping.map(offset + 1, 1)
    const end = mapping.map(offset + line.nodeSize - 1, -1)
    if (end <= start || start > mended.doc.content.size) return
    const mapped = mended.mapping.map(start, 1)
    const $start = mended.doc.resolve(mapped)
    const owner = $start.parent
    if (owner.type.name !== LINE_NODE) return
    if (flowsTogether(attributesOf(owner), attributesOf(line))) return
    if ($start.parentOffset === 0) mended.setNodeMarkup($start.before(), line.type, line.attrs)
    else mended.split(mapped, 1, [{ type: line.type, attrs: line.attrs }])
  })
}

function giveIds(
  mended: Transaction,
  before: Node,
  still: ReadonlySet<number>,
  from: number,
  untouchedAfter: number,
  newId: () => string,
): void {
  const count = new Map<unknown, number>()
  mended.doc.forEach(({ attrs }) => {
    count.set(attrs.id, (count.get(attrs.id) ?? 0) + 1)
  })
  const oldRoot = lineById(before, ROOT_ID)
  const rootWasEmpty = oldRoot === null || oldRoot.content.size === 0
  const places = new Set([...still].map((place) => mended.mapping.map(place, 1)))
  mended.doc.forEach((line, offset, index) => {
    if (index < from || index >= mended.doc.childCount - untouchedAfter) return
    const { id } = line.attrs
    const needsMarker = id === ROOT_ID && (rootWasEmpty || Object.keys(attributesOf(line)).length > 0)
    // Two people who move one block make two of one id: that is left alone, only what is made here is mended.
    const isCopy = !places.has(offset) && (count.get(id) ?? 0) > 1
    if (id !== null && !needsMarker && !isCopy) return
    count.set(id, (count.get(id) ?? 1) - 1)
    mended.setNodeAttribute(offset, 'id', newId())
  })
}

function lineById(doc: Node, id: unknown): Node | null {
  for (let index = 0; index < doc.childCount; index++)
    if (doc.child(index).attrs.id === id) return doc.child(index)
  return null
}
