import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import type { Atom } from '../../../shared/text/atom.ts'
import { asBracket } from '../../../shared/text/brackets.ts'
import { isFootnote } from '../../../shared/text/footnote.ts'
import { ATOM_NODE, attributesOf, LINE_NODE } from '../binding/block-node.ts'
import { placeOfFootnote } from './footnote-commands.ts'
import { atomsOf, bracketsOf, footnotesOf, noteOf } from './parts.ts'

/** What a page knows of the text that is pasted into. */
export interface PastedMarks {
  newId(): string
  /** Tells whether a pair of brackets, or a footnote, of this id stands in another text of the draft. */
  standsElsewhere(id: string): boolean
  /** A heading has none. */
  hasFootnotes(): boolean
}

/**
 * Stands before {@link companionsPlugin}, which would take a mark whose footnote is not set down yet.
 *
 * Brackets and footnotes go along with the words that are copied or cut (TX16). A copy is a pair, or a footnote, of its
 * own: under one id it would be counted, and taken away, with the first. What was cut, or is moved, stays what it was.
 */
export function copiedMarksPlugin(page: PastedMarks): Plugin {
  return new Plugin({
    props: {
      transformCopied: (slice, view) => withFootnotes(slice, view.state.doc),
      transformPasted: (slice, view) =>
        view.dragging?.move === true ? withoutStanding(slice, view.state) : asPasted(slice, view.state, page),
    },
    appendTransaction: (transactions, _before, after) =>
      transactions.some((transaction) => PASTES.has(transaction.getMeta('uiEvent')))
        ? setDownFootnotes(after, page)
        : null,
  })
}

const PASTES: ReadonlySet<unknown> = new Set(['paste', 'drop'])

/** Under copied words stand the footnotes of their marks, as other programs show them too. */
export function withFootnotes(slice: Slice, doc: Node): Slice {
  const { lines, marks } = partsOf(slice)
  const under = footnotesOf(doc).filter(({ note }) => marks.has(note) && !lines.has(note))
  if (under.length === 0 || slice.content.lastChild?.type.name !== LINE_NODE) return slice
  const content = slice.content.append(Fragment.fromArray(under.map(({ line }) => line)))
  return new Slice(content, slice.openStart, slice.openEnd)
}

/** What is moved leaves its footnote where it is. */
function withoutStanding(slice: Slice, state: EditorState): Slice {
  const { marks } = partsOf(slice)
  const { notes } = standingBeside(state)
  return keepLines(slice, (note) => !marks.has(note) || !notes.has(note))
}

/**
 * Gives pasted brackets and marks ids of their own where theirs stand. A mark brings its footnote's words along, and
 * they stand in no line of the slice: the text around would flow into it. Half of a pair is a sign as any other.
 */
export function asPasted(slice: Slice, state: EditorState, page: PastedMarks): Slice {
  const standing = standingBeside(state)
  const { lines, marks, brackets } = partsOf(slice)
  const ids = new Map<string, string>()
  const ownOf = (id: string, stands: ReadonlySet<string>): string => {
    if (!stands.has(id) && !page.standsElsewhere(id)) return id
    const own = ids.get(id) ?? page.newId()
    ids.set(id, own)
    return own
  }
  const read = (node: Node): Node => {
    if (node.isText) return node
    if (node.type.name !== ATOM_NODE) return node.copy(Fragment.from(node.content.content.map(read)))
    const atom = node.attrs.atom as Atom
    const bracket = asBracket(atom)
    if (bracket !== null) {
      if ((brackets.get(bracket.id) ?? 0) < 2)
        return node.type.schema.text(bracket.side === 'open' ? '[' : ']', node.marks)
      return withAtom(node, { ...atom, id: ownOf(bracket.id, standing.brackets) })
    }
    const note = noteOf(atom)
    if (note === null) return node
    const words = lines.get(note)
    if (words === undefined) return node.type.schema.text('*', node.marks)
    const own = Fragment.from(words.content.map(read))
    return withAtom(node, { t: 'note', id: ownOf(note, standing.notes), [WORDS]: own.toJSON() })
  }
  const kept = keepLines(slice, (note) => !marks.has(note))
  return intoText(
    new Slice(Fragment.from(kept.content.content.map(read)), kept.openStart, kept.openEnd),
    page,
  )
}

/** Words go on where the caret stands, also those of a whole text. A heading stays one line. */
function intoText(slice: Slice, page: PastedMarks): Slice {
  const { content } = slice
  const [first, ...more] = content.content
  if (first === undefined || content.content.some(({ type }) => type.name !== LINE_NODE)) return slice
  if (page.hasFootnotes() || more.length === 0) return new Slice(content, 1, 1)
  const space = Fragment.from(first.type.schema.text(' '))
  const words = more.reduce((all, line) => all.append(space).append(line.content), first.content)
  return new Slice(Fragment.from(first.copy(words)), 1, 1)
}

/** Sets the footnotes of pasted marks under the text, in the order of the marks. */
export function setDownFootnotes({ doc, schema, tr }: EditorState, page: PastedMarks): Transaction | null {
  const pasted = atomsOf(doc).filter(({ atom }) => WORDS in atom)
  for (const { at: before, atom } of pasted) {
    const at = tr.mapping.map(before)
    const mark = tr.doc.nodeAt(at)
    const line = tr.doc.resolve(at).parent
    if (mark === null) continue
    const { t, id, [WORDS]: words } = atom
    const content = Fragment.fromJSON(schema, words)
    if (!page.hasFootnotes() || isFootnote(attributesOf(line))) {
      tr.replaceWith(at, at + 1, inWords(schema, content))
      continue
    }
    tr.replaceWith(at, at + 1, withAtom(mark, { t, id }))
    // Two marks of one footnote were pasted.
    if (footnotesOf(tr.doc).some(({ note }) => note === id)) continue
    const attributes = { type: 'footnote', note: id }
    tr.insert(placeOfFootnote(tr.doc, at + 1), line.type.create({ id: page.newId(), attributes }, content))
  }
  return pasted.length === 0 ? null : tr
}

/** Where an atom that is being pasted carries its footnote's words; no text ever has it. */
const WORDS = 'words'

/** Where no footnote can stand, its words stand in the text. */
function inWords(schema: Schema, words: Fragment): Fragment {
  return Fragment.from(schema.text(' ('))
    .append(words)
    .append(Fragment.from(schema.text(')')))
}

function withAtom(node: Node, atom: Atom): Node {
  return node.type.create({ ...node.attrs, atom }, null, node.marks)
}

/** What stands in a text beside its selection. */
function standingBeside({ doc, selection }: EditorState) {
  const { from, to } = selection
  const isBeside = ({ at }: { at: number }): boolean => at < from || at >= to
  const marks = atomsOf(doc).filter(isBeside)
  return {
    brackets: new Set(bracketsOf(doc).flatMap((one) => (isBeside(one) ? [one.id] : []))),
    notes: new Set([
      ...marks.flatMap(({ atom }) => noteOf(atom) ?? []),
      ...footnotesOf(doc).flatMap((one) => (isBeside(one) ? [one.note] : [])),
    ]),
  }
}

/** What stands in a slice: footnotes by their id, marks, and how many brackets there are of each id. */
function partsOf(slice: Slice) {
  const lines = new Map<string, Fragment>()
  const marks = new Set<string>()
  const brackets = new Map<string, number>()
  slice.content.descendants((node) => {
    const footnote = footnoteIn(node)
    if (footnote !== null) lines.set(footnote, node.content)
    if (node.type.name !== ATOM_NODE) return
    const atom = node.attrs.atom as Atom
    const note = noteOf(atom)
    const bracket = asBracket(atom)
    if (note !== null) marks.add(note)
    if (bracket !== null) brackets.set(bracket.id, (brackets.get(bracket.id) ?? 0) + 1)
  })
  return { lines, marks, brackets }
}

/** Gives a slice without some of its footnotes. */
function keepLines(slice: Slice, isKept: (note: string) => boolean): Slice {
  const kept = slice.content.content.filter((node) => {
    const footnote = footnoteIn(node)
    return footnote === null || isKept(footnote)
  })
  return new Slice(Fragment.fromArray(kept), slice.openStart, slice.openEnd)
}

/** Gives the mark's id of a line that is a footnote; null for all else. */
function footnoteIn(node: Node): string | null {
  if (node.type.name !== LINE_NODE || !isFootnote(attributesOf(node))) return null
  return String(attributesOf(node).note)
}
