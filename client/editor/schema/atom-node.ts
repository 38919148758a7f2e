import { Node } from '@tiptap/core'
import type { Atom } from '../../../shared/text/atom.ts'
import { ATOM_NODE } from '../binding/block-node.ts'

/** What the page reads an atom as where that is not in the atom itself; null: as it always is. */
export type AtomLabel = (atom: Atom) => string | null

/** Any inline atom. One that this client doesn't know is shown as such and kept (TX6). */
export const AtomNode = Node.create<{ labelOf: AtomLabel }>({
  name: ATOM_NODE,
  addOptions: () => ({ labelOf: () => null }),
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes() {
    return { atom: { default: { t: 'unknown' }, rendered: false } }
  },
  parseHTML() {
    return [{ tag: 'br', attrs: { atom: { t: 'break' } } }]
  },
  renderHTML({ node }) {
    const atom = node.attrs.atom as Atom
    if (atom.t === 'break') return ['br']
    // What it says is the page's, in the reader's language (marks.css).
    if (atom.t === 'withheld') return ['span', { 'data-withheld': String(atom.id), contenteditable: 'false' }]
    return [
      'span',
      { 'data-atom': atom.t, contenteditable: 'false' },
      this.options.labelOf(atom) ?? labelOf(atom),
    ]
  },
  renderText({ node }) {
    const atom = node.attrs.atom as Atom
    return atom.t === 'break' ? '\n' : (this.options.labelOf(atom) ?? labelOf(atom))
  },
})

function labelOf(atom: Atom): string {
  if (atom.t === 'bracket') return atom.side === 'close' ? ']' : '['
  if (atom.t === 'note') return '*'
  if (atom.t === 'ref') return '\u2026'
  return typeof atom.label === 'string' ? atom.label : '\u25A1'
}
