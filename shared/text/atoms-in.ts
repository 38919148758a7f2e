import * as Y from 'yjs'
import { type Atom, asAtom } from './atom.ts'
import { firstItem, isEnd } from './items.ts'

/** Gives the atoms of a text in order, hidden or joined blocks or not: what of them is there is shown (TX2). */
export function atomsIn(text: Y.Text): Atom[] {
  const atoms: Atom[] = []
  for (let item = firstItem(text); item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentEmbed) || isEnd(item)) continue
    atoms.push(asAtom(item.content.embed))
  }
  return atoms
}
