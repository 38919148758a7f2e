import type * as Y from 'yjs'
import { type Block, type CharId, inlineLength } from '../text/block.ts'
import { findItem } from '../text/items.ts'
import { isWithheld, type WithheldFact, type WithheldSpan } from './withheld-fact.ts'

/**
 * Finds the lines in which words stand that somebody typed into a passage while it was being kept back: they knew its words,
 * and what they typed came later. What is typed beside a stub by whoever sees it is no such word.
 */
export function lateLines(doc: Y.Doc, blocks: readonly Block[], fact: WithheldFact): string[] {
  const { spans, known } = fact
  // Kept back by an earlier version, which did not note it.
  if (spans === undefined || known === undefined) return []
  const state = new Map(known)
  const isLate = ({ client, clock }: CharId): boolean => clock >= (state.get(client) ?? 0)
  // What was typed behind late words is late as well.
  const near: WithheldSpan[] = [...spans]
  const lines: string[] = []
  for (const block of blocks) {
    let hasLate = false
    if (block.marker !== null && isLate(block.marker) && isNear(doc, block.marker, near, isLate))
      near.push([block.marker.client, block.marker.clock, 1])
    for (const inline of block.inlines) {
      const isTyped = 'text' in inline && inline.text.trim() !== ''
      // Stubs stand where words were; what is beside one is not beside those.
      if ('atom' in inline && isWithheld(inline.atom)) continue
      if (!isLate(inline.at) || !isNear(doc, inline.at, near, isLate)) continue
      near.push([inline.at.client, inline.at.clock, inlineLength(inline)])
      hasLate ||= isTyped
    }
    if (hasLate) lines.push(block.id)
  }
  return lines
}

/** Tells whether a character belongs to the words of a passage. */
export function isWithin(spans: readonly WithheldSpan[], { client, clock }: CharId): boolean {
  return spans.some(([of, from, length]) => of === client && clock >= from && clock < from + length)
}

/**
 * Whether a piece was typed beside characters of a passage, or goes on what was. Whoever sees the stub types beside that:
 * it came later as well, and is none of them.
 */
function isNear(
  doc: Y.Doc,
  at: CharId,
  near: readonly WithheldSpan[],
  isLate: (at: CharId) => boolean,
): boolean {
  const item = findItem(doc, at)
  if (item === null) return false
  // A piece of an item that was cut goes on from the one before it.
  const left = item.id.clock < at.clock ? { client: at.client, clock: at.clock - 1 } : item.origin
  const sides = [left, item.rightOrigin].filter((side) => side !== null)
  return (
    sides.some((side) => isWithin(near, side)) && sides.every((side) => isWithin(near, side) || !isLate(side))
  )
}
