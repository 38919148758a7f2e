import type { Node } from '@tiptap/pm/model'
import { type Command, TextSelection } from '@tiptap/pm/state'
import { isGloss } from '../../../shared/text/gloss.ts'
import { attributesAfterEnter, flowsTogether } from '../../../shared/text/interventions.ts'
import { ATOM_NODE, attributesOf, LINE_NODE } from './block-node.ts'
import { JOINS_SPEAKERS } from './normalise.ts'
import type { TextBinding } from './text-binding.ts'

/**
 * Enter (TX4). Inside a line: cuts it, the first part keeps the id. At its start: an empty line comes before. At its
 * end, or in an empty line: a new line comes after. Exactly at a seam: what was joined is apart again. Inside a gloss: a
 * break, since its second part would be taken for what was said.
 */
export function splitLine(binding: TextBinding, newId: () => string): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    if ($from.parent.type.name !== LINE_NODE || $to.parent.type.name !== LINE_NODE) return false
    if (dispatch === undefined) return true
    const transaction = state.tr.deleteSelection()
    const $caret = transaction.selection.$from
    const line = $caret.parent
    if (line.type.name !== LINE_NODE) return false
    const atEnd = $caret.parentOffset === line.content.size
    const seam = state.selection.empty ? seamAt(binding, state.doc, $caret.pos) : null
    if (isGloss(attributesOf(line)) && !atEnd && $caret.parentOffset > 0) {
      const lineBreak = state.schema.nodes[ATOM_NODE]?.create({ atom: { t: 'break' } })
      if (lineBreak !== undefined) transaction.insert($caret.pos, lineBreak)
    } else if (seam !== null && !atEnd && $caret.parentOffset > 0) {
      transaction.split($caret.pos, 1, [{ type: line.type, attrs: seam }])
      transaction.setSelection(TextSelection.create(transaction.doc, $caret.pos + 2))
    } else if ($caret.parentOffset === 0 && !atEnd) {
      const { lead: _lead, kind: _kind, ...attributes } = attributesOf(line)
      const above = line.type.create({ id: newId(), attributes: attributesAfterEnter(attributes, false) })
      transaction.insert($caret.before(), above)
    } else {
      const attrs = { id: newId(), attributes: attributesAfterEnter(attributesOf(line), atEnd) }
      if (atEnd) transaction.insert($caret.after(), line.type.create(attrs))
      else transaction.split($caret.pos, 1, [{ type: line.type, attrs }])
      transaction.setSelection(TextSelection.create(transaction.doc, $caret.pos + 2))
    }
    dispatch(transaction.scrollIntoView())
    return true
  }
}

/** Joins the caret's line to the one above; across interventions only when `explicit` (TX14), a gloss to none. */
export function joinLineAbove(explicit: boolean): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection
    if ($from.depth === 0) return false
    const index = $from.index(0)
    if (index === 0 || (!explicit && (!empty || $from.parentOffset > 0))) return false
    const above = state.doc.child(index - 1)
    const below = state.doc.child(index)
    const crosses = !flowsTogether(attributesOf(above), attributesOf(below))
    const mayCross = explicit && isGloss(attributesOf(above)) === isGloss(attributesOf(below))
    if (crosses && !mayCross && above.content.size > 0 && below.content.size > 0) return true
    if (dispatch === undefined) return true
    const transaction = state.tr
    // An empty line above goes as a whole: the text below keeps its own id, marker and speaker.
    const boundary = $from.before()
    if (above.content.size === 0 && below.content.size > 0)
      transaction.delete(boundary - above.nodeSize, boundary)
    else if (below.content.size === 0) {
      transaction.delete(boundary, boundary + below.nodeSize)
      transaction.setSelection(TextSelection.create(transaction.doc, boundary - 1))
    } else transaction.join(boundary)
    if (explicit) transaction.setMeta(JOINS_SPEAKERS, true)
    dispatch(transaction.scrollIntoView())
    return true
  }
}

/** Joins the next line to the caret's own, as Delete does at a line's end. */
export const joinLineBelow: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if ($from.depth === 0 || !empty || $from.parentOffset < $from.parent.content.size) return false
  const index = $from.index(0)
  if (index + 1 >= state.doc.childCount) return false
  const below = state.doc.child(index + 1)
  const crosses = !flowsTogether(attributesOf($from.parent), attributesOf(below))
  if (crosses && $from.parent.content.size > 0 && below.content.size > 0) return true
  if (dispatch === undefined) return true
  const boundary = $from.after()
  const transaction = state.tr
  if (below.content.size === 0) transaction.delete(boundary, boundary + below.nodeSize)
  else if ($from.parent.content.size === 0) transaction.delete($from.before(), boundary)
  else transaction.join(boundary)
  dispatch(transaction.scrollIntoView())
  return true
}

/** Sets attributes on the lines of the selection; `null` takes one away. Nothing else of a line is touched. */
export function setLineAttributes(changes: Readonly<Record<string, unknown>>): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection
    const transaction = state.tr
    state.doc.nodesBetween(from, to, (node, position) => {
      if (node.type.name !== LINE_NODE) return true
      const merged = Object.entries({ ...attributesOf(node), ...changes }).filter(
        ([, value]) => value !== null,
      )
      transaction.setNodeAttribute(position, 'attributes', Object.fromEntries(merged))
      return false
    })
    if (!transaction.docChanged) return false
    dispatch?.(transaction)
    return true
  }
}

/** Gives the node attributes of what was joined exactly at a place. */
function seamAt(
  binding: TextBinding,
  doc: Node,
  position: number,
): { id: string; attributes: unknown } | null {
  if (doc !== binding.doc) return null
  const $position = doc.resolve(position)
  const block = binding.blocks[$position.index(0)]
  const seam = block?.seams.find(({ offset }) => offset === $position.parentOffset)
  return seam === undefined ? null : { id: seam.id, attributes: binding.attributesOfMarker(seam.marker) }
}
