import type { Node } from '@tiptap/pm/model'
import { sameIntervention } from '../../../shared/text/interventions.ts'
import { attributesOf } from '../binding/block-node.ts'
import type { LineRange } from '../manners/lines.ts'

/** Finds the intervention that a line belongs to. */
export function interventionAt(doc: Node, index: number): LineRange {
  let from = index
  while (from > 0 && sameIntervention(attributesOf(doc.child(from - 1)), attributesOf(doc.child(from))))
    from--
  let to = index + 1
  while (
    to < doc.childCount &&
    sameIntervention(attributesOf(doc.child(to - 1)), attributesOf(doc.child(to)))
  ) {
    to++
  }
  return { from, to }
}

/** Gives who speaks in these notes: before a line first, the latest of them first; then after it. Each once. */
export function speakersAround(doc: Node, index: number): string[] {
  const found = new Set<string>()
  const take = (at: number): void => {
    const { speaker } = attributesOf(doc.child(at))
    if (typeof speaker === 'string' && speaker !== '') found.add(speaker)
  }
  for (let at = Math.min(index, doc.childCount) - 1; at >= 0; at--) take(at)
  for (let at = Math.max(index, 0); at < doc.childCount; at++) take(at)
  return [...found]
}

/** Finds a line by its id; -1 when it is not there. */
export function indexOfLine(doc: Node, id: string): number {
  for (let index = 0; index < doc.childCount; index++) if (doc.child(index).attrs.id === id) return index
  return -1
}
