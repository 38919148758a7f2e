import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type { Attributes } from '../../../shared/text/block.ts'
import { isGloss } from '../../../shared/text/gloss.ts'
import { attributesOf, LINE_NODE } from '../binding/block-node.ts'

/**
 * Gives pasted lines of another program the speaker of the line that they go into: whoever speaks there said them. A
 * line that replaces an empty one also opens what that one opened. Into a gloss comes more of the
 * gloss. Lines of Minuta's own keep what they say.
 */
export function linesOfSpeaker(slice: Slice, { state }: EditorView): Slice {
  const { $from, $to } = state.selection
  const line = $from.parent
  if (line.type.name !== LINE_NODE || slice.content.firstChild?.type.name !== LINE_NODE) return slice
  const { speaker, lead, kind } = attributesOf(line)
  const isEmptied = $from.parentOffset === 0 && $to.parent === line && $to.parentOffset === line.content.size
  const lines: Node[] = []
  slice.content.forEach((pasted, _offset, index) => {
    const own = attributesOf(pasted)
    const isForeign = pasted.attrs.id === null && own.speaker === undefined
    const opens = index === 0 && isEmptied
    const attributes: Record<string, unknown> = { ...own }
    if (isForeign && speaker !== undefined) attributes.speaker = speaker
    if (isForeign && isGloss(attributesOf(line))) attributes.type = 'gloss'
    if (isForeign && opens && lead !== undefined) attributes.lead = lead
    if (isForeign && opens && kind !== undefined) attributes.kind = kind
    lines.push(
      pasted.type.create({ ...pasted.attrs, attributes: attributes satisfies Attributes }, pasted.content),
    )
  })
  return new Slice(Fragment.fromArray(lines), slice.openStart, slice.openEnd)
}
