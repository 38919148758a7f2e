import { Node } from '@tiptap/core'
import type { Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { Atom } from '../../../shared/text/atom.ts'
import { ATOM_NODE } from '../binding/block-node.ts'

/** What the page reads an atom as where that is not in the atom itself; null: as it always is. */
export type AtomLabel = (atom: Atom) => string | null

/** Tells which atoms of a page of Minuta a paste brings; the others come as their words. */
export type TakesAtom = (atom: Atom) => boolean

interface AtomOptions {
  readonly labelOf: AtomLabel
  readonly takes: TakesAtom
  /** Stubs that were copied from this text. */
  readonly stubs: Set<unknown>
}

/**
 * Any inline atom. One that this client doesn't know is shown as such and kept (TX6). The stub of a passage that is kept
 * back may be pasted where it was copied, in the same text: in another it would stand for nothing.
 */
export const AtomNode = Node.create<AtomOptions>({
  name: ATOM_NODE,
  addOptions: () => ({ labelOf: () => null, takes: () => false, stubs: new Set() }),
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes() {
    return { atom: { default: { t: 'unknown' }, rendered: false } }
  },
  parseHTML() {
    return [
      { tag: 'br', attrs: { atom: { t: 'break' } } },
      {
        tag: 'span[data-attributes]',
        getAttrs: (element) => {
          const atom = readAtom(element)
          if (atom === null) return false
          const isTaken = atom.t === 'withheld' ? this.options.stubs.has(atom.id) : this.options.takes(atom)
          return isTaken && { atom }
        },
      },
    ]
  },
  addProseMirrorPlugins() {
    const { stubs } = this.options
    const transformCopied = (slice: Slice): Slice => {
      slice.content.descendants(({ attrs: { atom } }) => {
        if (atom?.t === 'withheld') stubs.add(atom.id)
      })
      return slice
    }
    return [new Plugin({ props: { transformCopied } })]
  },
  renderHTML({ node }) {
    const atom = node.attrs.atom as Atom
    if (atom.t === 'break') return ['br']
    // What it says is the page's, in the reader's language (marks.css).
    const html = { 'data-attributes': JSON.stringify(atom), contenteditable: 'false' }
    if (atom.t === 'withheld') return ['span', { ...html, 'data-withheld': String(atom.id) }]
    return ['span', { ...html, 'data-atom': atom.t }, this.options.labelOf(atom) ?? labelOf(atom)]
  },
  renderText({ node }) {
    const atom = node.attrs.atom as Atom
    return atom.t === 'break' ? '\n' : (this.options.labelOf(atom) ?? labelOf(atom))
  },
})

/** The longest string of a copied atom: a name, or an id. */
const MOST_CHARS = 200

/** Reads an atom copied from a Minuta page. Only short primitives are taken: the clipboard is anybody's. */
function readAtom(element: HTMLElement): Atom | null {
  const read: Record<string, unknown> = {}
  try {
    const parsed: unknown = JSON.parse(element.getAttribute('data-attributes') ?? '')
    for (const [key, value] of Object.entries(parsed ?? {})) {
      const isShort = typeof value === 'string' && value.length <= MOST_CHARS
      if (isShort || typeof value === 'number' || typeof value === 'boolean') read[key] = value
    }
  } catch {
    return null
  }
  const { t } = read
  return typeof t === 'string' ? { ...read, t } : null
}

function labelOf(atom: Atom): string {
  if (atom.t === 'bracket') return atom.side === 'close' ? ']' : '['
  if (atom.t === 'note') return '*'
  if (atom.t === 'ref') return '\u2026'
  return typeof atom.label === 'string' ? atom.label : '\u25A1'
}
