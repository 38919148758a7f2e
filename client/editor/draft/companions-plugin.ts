import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { asBracket } from '../../../shared/text/brackets.ts'
import { isFootnote } from '../../../shared/text/footnote.ts'
import { REMOTE } from '../binding/binding-plugin.ts'
import { attributesOf } from '../binding/block-node.ts'
import { changedLines } from '../binding/changed-lines.ts'
import type { FlatUndo } from '../binding/flat-undo.ts'
import { atomsOf, footnotesOf, noteOf } from './parts.ts'

/**
 * What goes together goes together (TX16): whoever deletes one bracket of a pair deletes the other, whoever deletes the
 * mark of a footnote or the footnote deletes both, in one step of undo, and in one of its own: Yjs gives back what a step
 * deletes, and no words that were typed in it before. Only for what is deleted here and now: what others left alone
 * stays, is shown and counted.
 */
export function companionsPlugin(undo: Pick<FlatUndo, 'stopCapturing'>): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      if (transactions.some((transaction) => transaction.getMeta(REMOTE) === true)) return null
      const taken = takeCompanions(before, after)
      if (taken !== null) undo.stopCapturing()
      return taken
    },
  })
}

function takeCompanions(before: EditorState, after: EditorState): Transaction | null {
  const range = changedLines(before.doc, after.doc)
  if (range === null) return null
  const stays = partsOf(after.doc, range.from, range.toB)
  const lost = [...partsOf(before.doc, range.from, range.toA)].filter((part) => !stays.has(part))
  if (lost.length === 0) return null
  const everywhere = partsOf(after.doc)
  // What was moved to another line is not lost.
  const gone = new Set(lost.filter((part) => !everywhere.has(part)).map(companionOf))
  const doomed = [...everywhere].filter((part) => gone.has(part))
  if (doomed.length === 0) return null
  const { tr, doc } = after
  for (const { from, to } of placesOf(doc, new Set(doomed)).reverse()) {
    // A text has a line.
    if (to - from === tr.doc.content.size)
      tr.insert(to, doc.child(0).type.create({ id: null, attributes: {} }))
    tr.delete(from, to)
  }
  return tr
}

/** Names the parts of some lines: `[id`, `]id`, `*id` for a mark, `_id` for its footnote. */
function partsOf(doc: Node, from = 0, to = doc.childCount): Set<string> {
  const parts = new Set<string>()
  for (const { atom } of atomsOf(doc, from, to)) {
    const bracket = asBracket(atom)
    const note = noteOf(atom)
    if (bracket !== null) parts.add(`${bracket.side === 'open' ? '[' : ']'}${bracket.id}`)
    if (note !== null) parts.add(`*${note}`)
  }
  for (let index = from; index < to; index++) {
    const attributes = attributesOf(doc.child(index))
    if (isFootnote(attributes)) parts.add(`_${attributes.note}`)
  }
  return parts
}

const COMPANIONS: Readonly<Record<string, string>> = { '[': ']', ']': '[', '*': '_', _: '*' }

function companionOf(part: string): string {
  return `${COMPANIONS[part.charAt(0)]}${part.slice(1)}`
}

function placesOf(doc: Node, parts: ReadonlySet<string>): { from: number; to: number }[] {
  const places = atomsOf(doc).flatMap(({ at, atom }) => {
    const bracket = asBracket(atom)
    const note = noteOf(atom)
    const name = bracket !== null ? `${bracket.side === 'open' ? '[' : ']'}${bracket.id}` : `*${note}`
    return parts.has(name) ? [{ from: at, to: at + 1 }] : []
  })
  const lines = footnotesOf(doc)
    .filter(({ note }) => parts.has(`_${note}`))
    .map(({ at, line }) => ({ from: at, to: at + line.nodeSize }))
  const inLines = places.filter(({ from }) => !lines.some((line) => from > line.from && from < line.to))
  return [...inLines, ...lines].sort((one, other) => one.from - other.from)
}
