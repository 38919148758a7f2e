import type { Node } from '@tiptap/pm/model'
import type { Atom } from '../../../shared/text/atom.ts'
import { asBracket, type Bracket } from '../../../shared/text/brackets.ts'
import { isFootnote } from '../../../shared/text/footnote.ts'
import { ATOM_NODE, attributesOf } from '../binding/block-node.ts'

/** An atom of the editor's document, and where it stands. */
export interface AtomAt {
  readonly at: number
  readonly atom: Atom
}

/** A bracket of the editor's document, and where it stands. */
export interface BracketAt extends Bracket {
  readonly at: number
}

/** A footnote's line: where it begins, and which mark it belongs to. */
export interface FootnoteAt {
  readonly at: number
  readonly line: Node
  readonly note: string
}

/** Gives the atoms of a document in order; `from` and `to` are lines, the last one excluded. */
export function atomsOf(doc: Node, from = 0, to = doc.childCount): AtomAt[] {
  const atoms: AtomAt[] = []
  doc.forEach((line, start, index) => {
    if (index < from || index >= to) return
    line.forEach((node, offset) => {
      if (node.type.name === ATOM_NODE) atoms.push({ at: start + 1 + offset, atom: node.attrs.atom as Atom })
    })
  })
  return atoms
}

/** Gives the brackets of a document in order. */
export function bracketsOf(doc: Node): BracketAt[] {
  return atomsOf(doc).flatMap(({ at, atom }) => {
    const bracket = asBracket(atom)
    return bracket === null ? [] : [{ ...bracket, at }]
  })
}

/** Gives the footnotes' lines of a document in order. */
export function footnotesOf(doc: Node): FootnoteAt[] {
  const found: FootnoteAt[] = []
  doc.forEach((line, at) => {
    if (isFootnote(attributesOf(line))) found.push({ at, line, note: String(attributesOf(line).note) })
  })
  return found
}

/** Gives the id of a footnote's mark; null: the atom is something else. */
export function noteOf({ t, id }: Atom): string | null {
  return t === 'note' && typeof id === 'string' ? id : null
}
