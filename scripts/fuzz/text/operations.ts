import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import {
  joinLineAbove,
  joinLineBelow,
  setLineAttributes,
  splitLine,
} from '../../../client/editor/binding/commands.ts'
import { GROUP_MARK } from '../../../client/editor/binding/line-groups.ts'
import type { Atom } from '../../../shared/text/atom.ts'
import type { Random } from '../random.ts'
import type { Typist } from './typist.ts'

/** How often each kind of operation is tried. */
export const OPERATION_WEIGHTS = {
  insert: 30,
  delete: 9,
  deleteAcross: 5,
  split: 12,
  splitSelection: 3,
  joinAbove: 7,
  joinBelow: 4,
  joinSpeakers: 2,
  mark: 6,
  attributes: 5,
  pasteNew: 5,
  cut: 5,
  pasteCut: 6,
  moveBlock: 4,
  deleteBlock: 3,
  wipe: 1,
  atom: 2,
  caret: 6,
  undo: 9,
  redo: 5,
  compose: 6,
} as const

/** Marks that nobody sets on words. */
const NOT_OF_TEXT = new Set(['unknownMark', GROUP_MARK])

export type OperationKind = keyof typeof OPERATION_WEIGHTS

/** What operations need beside the typist. */
export interface OperationContext {
  readonly random: Random
  /** Gives characters that stand nowhere else, so that each can be followed through the run. */
  readonly freshText: (length: number) => string
}

type Operation = (typist: Typist, context: OperationContext) => boolean

/** Carries out one operation; tells whether it did something. */
export function operate(kind: OperationKind, typist: Typist, context: OperationContext): boolean {
  return OPERATIONS[kind](typist, context)
}

/** Goes on with a composition. While it lasts, an editor does nothing else. */
export function compose(typist: Typist, { random, freshText }: OperationContext): void {
  if (random.chance(0.5)) typist.dispatch(typist.state.tr.insertText(freshText(random.int(1, 3))))
}

const OPERATIONS: Record<OperationKind, Operation> = {
  insert(typist, { random, freshText }) {
    select(typist, placeIn(typist.state.doc, random))
    typist.dispatch(typist.state.tr.insertText(freshText(random.int(1, 6))))
    return true
  },
  delete: (typist, { random }) => {
    const range = rangeInLine(typist.state.doc, random)
    if (range === null) return false
    select(typist, range.from, range.to)
    typist.dispatch(typist.state.tr.deleteSelection())
    return true
  },
  deleteAcross: (typist, { random }) => {
    if (!selectAcross(typist, random)) return false
    typist.dispatch(typist.state.tr.deleteSelection())
    return true
  },
  split: (typist, { random }) => {
    select(typist, placeIn(typist.state.doc, random))
    return typist.run(splitLine(typist.binding, typist.newId))
  },
  splitSelection: (typist, { random }) => {
    if (!selectAcross(typist, random)) return false
    return typist.run(splitLine(typist.binding, typist.newId))
  },
  joinAbove: (typist, { random }) => {
    select(typist, startOf(typist.state.doc, random.int(0, typist.state.doc.childCount - 1)))
    return typist.run(joinLineAbove(false))
  },
  joinBelow: (typist, { random }) => {
    const index = random.int(0, typist.state.doc.childCount - 1)
    select(typist, startOf(typist.state.doc, index) + typist.state.doc.child(index).content.size)
    return typist.run(joinLineBelow)
  },
  joinSpeakers: (typist, { random }) => {
    select(typist, startOf(typist.state.doc, random.int(0, typist.state.doc.childCount - 1)))
    return typist.run(joinLineAbove(true))
  },
  mark: (typist, { random }) => {
    const range = rangeInLine(typist.state.doc, random)
    if (range === null) return false
    const type = random.pick(Object.values(typist.schema.marks).filter(({ name }) => !NOT_OF_TEXT.has(name)))
    const mark = type.create(type.name === 'link' ? { value: '{"href":"https://example.org"}' } : null)
    const transaction = typist.state.tr
    if (random.chance(0.7)) transaction.addMark(range.from, range.to, mark)
    else transaction.removeMark(range.from, range.to, type)
    typist.dispatch(transaction)
    return true
  },
  attributes: (typist, { random }) => {
    select(typist, placeIn(typist.state.doc, random))
    const changes = random.pick([
      { type: 'heading', level: 2 },
      { type: null, level: null },
      { kind: 'recommendation' },
      { kind: null },
      { type: 'bullet', depth: random.int(0, 5) },
    ])
    return typist.run(setLineAttributes(changes))
  },
  pasteNew: (typist, { random, freshText }) => {
    const lines = Array.from({ length: random.int(1, 3) }, () => line(typist, freshText(random.int(1, 6))))
    select(typist, placeIn(typist.state.doc, random))
    typist.dispatch(typist.state.tr.replaceSelection(new Slice(Fragment.from(lines), 1, 1)))
    return true
  },
  cut: (typist, { random }) => {
    if (!selectAcross(typist, random, 4)) return false
    typist.clipboard = typist.state.selection.content()
    typist.dispatch(typist.state.tr.deleteSelection())
    return true
  },
  pasteCut: (typist, { random }) => {
    const slice = typist.clipboard
    if (slice === null) return false
    typist.clipboard = null
    // Pasting what was brought back meanwhile would be a copy, not a move.
    const shown = standing(typist.state.doc.content)
    if ([...standing(slice.content)].some((char) => shown.includes(char))) return false
    select(typist, placeIn(typist.state.doc, random))
    typist.dispatch(typist.state.tr.replaceSelection(slice))
    return true
  },
  moveBlock: (typist, { random }) => {
    const { doc } = typist.state
    if (doc.childCount < 2) return false
    const index = random.int(0, doc.childCount - 1)
    const target = random.int(0, doc.childCount)
    if (target === index || target === index + 1) return false
    const node = doc.child(index)
    const from = startOf(doc, index) - 1
    const transaction = typist.state.tr.delete(from, from + node.nodeSize)
    transaction.insert(
      transaction.mapping.map(target < doc.childCount ? startOf(doc, target) - 1 : doc.content.size),
      node,
    )
    typist.dispatch(transaction)
    return true
  },
  deleteBlock: (typist, { random }) => {
    const { doc } = typist.state
    if (doc.childCount < 2) return false
    const index = random.int(0, doc.childCount - 1)
    const from = startOf(doc, index) - 1
    typist.dispatch(typist.state.tr.delete(from, from + doc.child(index).nodeSize))
    return true
  },
  wipe: (typist) => {
    select(typist, 1, typist.state.doc.content.size - 1)
    typist.dispatch(typist.state.tr.deleteSelection())
    return true
  },
  atom: (typist, { random, freshText }) => {
    const atom = random.pick([
      { t: 'bracket', side: 'open', id: freshText(1) },
      { t: 'from-the-future', id: freshText(1), value: 3 },
    ])
    select(typist, placeIn(typist.state.doc, random))
    const node = typist.schema.nodes.atom?.create({ atom }) as Node
    typist.dispatch(typist.state.tr.replaceSelectionWith(node))
    return true
  },
  caret: (typist, { random }) => {
    select(typist, placeIn(typist.state.doc, random))
    return true
  },
  compose: (typist, { random, freshText }) => {
    select(typist, placeIn(typist.state.doc, random))
    typist.composing = true
    typist.dispatch(typist.state.tr.insertText(freshText(random.int(1, 3))))
    return true
  },
  undo: (typist) => typist.step('undo'),
  redo: (typist) => typist.step('redo'),
}

/** Gives the characters and the atoms of a fragment, each atom by its own character. */
function standing(content: Fragment): string {
  return content.textBetween(0, content.size, '', (leaf) => String((leaf.attrs.atom as Atom).id))
}

function line(typist: Typist, text: string): Node {
  return typist.schema.nodes.line?.create({ id: null, attributes: {} }, typist.schema.text(text)) as Node
}

function select(typist: Typist, from: number, to = from): void {
  const { doc, tr } = typist.state
  typist.state = typist.state.apply(tr.setSelection(TextSelection.create(doc, from, to)))
  typist.show()
}

function startOf(doc: Node, index: number): number {
  let position = 1
  for (let at = 0; at < index; at++) position += doc.child(at).nodeSize
  return position
}

/** Picks a caret place that doesn't cut a character in two. */
function placeIn(doc: Node, random: Random): number {
  const index = random.int(0, doc.childCount - 1)
  const { size } = doc.child(index).content
  const offset = random.chance(0.3) ? random.pick([0, size]) : random.int(0, size)
  return startOf(doc, index) + wholeOffset(doc.child(index), offset)
}

function wholeOffset(node: Node, offset: number): number {
  if (offset === 0 || offset === node.content.size) return offset
  const unit = node.textBetween(offset, offset + 1, '', ' ').charCodeAt(0)
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset
}

function rangeInLine(doc: Node, random: Random): { from: number; to: number } | null {
  const index = random.int(0, doc.childCount - 1)
  const node = doc.child(index)
  if (node.content.size === 0) return null
  const a = wholeOffset(node, random.int(0, node.content.size))
  const b = wholeOffset(node, Math.min(node.content.size, a + random.int(1, 6)))
  return a >= b ? null : { from: startOf(doc, index) + a, to: startOf(doc, index) + b }
}

function selectAcross(typist: Typist, random: Random, atLeast = 1): boolean {
  const { doc } = typist.state
  const [a, b] = [placeIn(doc, random), placeIn(doc, random)].sort((x, y) => x - y) as [number, number]
  if (b - a < atLeast) return false
  select(typist, a, b)
  return true
}
