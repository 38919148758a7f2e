import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import type { Atom } from '../../../shared/text/atom.ts'
import { asBracket } from '../../../shared/text/brackets.ts'
import { ATOM_NODE } from '../binding/block-node.ts'
import { bracketsOf } from './parts.ts'

/**
 * A copy of a pair of brackets is a pair of its own (TX16): under one id it would be counted, and taken away, with the first.
 * What was cut, or is moved, stays the pair that it was.
 */
export function copiedBracketsPlugin(newId: () => string): Plugin {
  return new Plugin({
    props: {
      transformPasted: (slice, view) =>
        view.dragging?.move === true ? slice : withOwnBrackets(slice, view.state, newId),
    },
  })
}

/** Gives brackets that stand in a text already, beside its selection, ids of their own: each pair one. */
export function withOwnBrackets(slice: Slice, { doc, selection }: EditorState, newId: () => string): Slice {
  const { from, to } = selection
  const standing = new Set(bracketsOf(doc).flatMap(({ id, at }) => (at >= from && at < to ? [] : [id])))
  const ids = new Map<string, string>()
  const ownOf = (id: string): string => {
    const own = ids.get(id) ?? newId()
    ids.set(id, own)
    return own
  }
  const copy = (node: Node): Node => {
    if (node.isText) return node
    if (node.type.name !== ATOM_NODE) return node.copy(Fragment.from(node.content.content.map(copy)))
    const atom = node.attrs.atom as Atom
    const bracket = asBracket(atom)
    if (bracket === null || !standing.has(bracket.id)) return node
    return node.type.create({ ...node.attrs, atom: { ...atom, id: ownOf(bracket.id) } }, null, node.marks)
  }
  return new Slice(Fragment.from(slice.content.content.map(copy)), slice.openStart, slice.openEnd)
}
