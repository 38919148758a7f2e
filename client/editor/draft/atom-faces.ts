import type { Node } from '@tiptap/pm/model'
import type { Atom } from '../../../shared/text/atom.ts'
import { type Bracket, pairBrackets } from '../../../shared/text/brackets.ts'
import { atomsOf, bracketsOf, footnotesOf, noteOf } from './parts.ts'

/** What atoms read as while the draft is as it is now, in the document's and the reader's language. */
export interface AtomWords {
  /** Names a bracket for a screen reader. */
  bracket(side: Bracket['side'], isPaired: boolean): string
  /** What a reference to an item says, and where it leads; `isGone`: there is no such item any more. */
  reference(item: string): { readonly text: string; readonly to: string; readonly isGone: boolean }
  /** Number of a footnote through the whole draft; null: there is a mark without words, or words without a mark. */
  noteNumber(note: string): number | null
  /** Names a footnote's mark. */
  note(number: number | null): string
  /** Names the way from a footnote back to its mark. */
  back(number: number | null): string
}

/** How one atom is drawn. */
export interface AtomFace {
  readonly text: string
  readonly attributes: Readonly<Record<string, string>>
}

/** What the page knows of atoms, and when that is another. */
export interface AtomFaces {
  readonly words: () => AtomWords
  readonly subscribe: (listener: () => void) => () => void
}

/** Atoms that are drawn by this folder. */
export const FACED_ATOMS = '[data-atom="bracket"], [data-atom="note"], [data-atom="ref"]'

const MOST_HEIGHT = 2

/** Gives the drawn atoms of a document in order, each with its face. */
export function facesOf(doc: Node, words: AtomWords): { readonly at: number; readonly face: AtomFace }[] {
  const brackets = bracketsOf(doc)
  const placed = new Map(pairBrackets(brackets).map((bracket, index) => [brackets[index]?.at, bracket]))
  return atomsOf(doc).flatMap(({ at, atom }) => {
    const bracket = placed.get(at)
    if (bracket !== undefined) {
      const { id, side, isPaired, height } = bracket
      const name = words.bracket(side, isPaired)
      const attributes: Record<string, string> = { role: 'img', 'aria-label': name, 'data-bracket': id }
      attributes['data-height'] = String(Math.min(height, MOST_HEIGHT))
      if (!isPaired) Object.assign(attributes, { 'data-alone': '', title: name })
      return [{ at, face: { text: side === 'open' ? '[' : ']', attributes } }]
    }
    const face = faceOf(atom, words)
    return face === null ? [] : [{ at, face }]
  })
}

/** Gives what an atom reads as in copied text; null: as it always does. */
export function labelOfAtom(atom: Atom, words: AtomWords): string | null {
  return faceOf(atom, words)?.text ?? null
}

/** Gives a footnote's lines with the number that each is drawn with. */
export function footnoteLabels(doc: Node, words: AtomWords) {
  return footnotesOf(doc).map(({ at, line, note }) => {
    const number = words.noteNumber(note)
    return { at, line, note, label: numberText(number), name: words.back(number) }
  })
}

/** Draws a face on the element of an atom. */
export function drawFace(element: HTMLElement, { text, attributes }: AtomFace): void {
  if (element.textContent !== text) element.textContent = text
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
}

/** The way back from a footnote to its text, before its words. The number is drawn by the style, and so never copied. */
export function backElement(note: string, label: string, name: string): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'footnote-back'
  button.contentEditable = 'false'
  button.dataset['note'] = note
  button.dataset['number'] = label
  button.setAttribute('aria-label', name)
  return button
}

function faceOf(atom: Atom, words: AtomWords): AtomFace | null {
  const note = noteOf(atom)
  if (note !== null) {
    const number = words.noteNumber(note)
    const attributes = { role: 'doc-noteref', 'aria-label': words.note(number), 'data-note': note }
    return { text: numberText(number), attributes }
  }
  if (atom.t !== 'ref' || typeof atom.item !== 'string') return null
  const { text, to, isGone } = words.reference(atom.item)
  return {
    text,
    attributes: isGone ? { 'data-gone': '' } : { role: 'link', 'data-to': to, 'data-gone': 'no' },
  }
}

function numberText(number: number | null): string {
  return number === null ? '*' : String(number)
}
