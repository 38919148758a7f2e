import type * as Y from 'yjs'
import type { Block, CharId } from './block.ts'
import { blockLength, inlineLength } from './block.ts'
import { findItem, isVisibleInline } from './items.ts'
import type { MoveMap } from './moves.ts'

/** A passage, held by its first and last character, whatever happens around it (TX15). */
export interface Anchor {
  readonly start: CharId
  readonly end: CharId
}

/** Where a passage stands now: a range of one block. */
export interface AnchoredRange {
  readonly block: number
  readonly from: number
  readonly to: number
}

/** Anchors a range of a block; null when the range is empty. */
export function anchorRange(block: Block, from: number, to: number): Anchor | null {
  if (from < 0 || to > blockLength(block) || to <= from) return null
  return { start: charAt(block, from) as CharId, end: charAt(block, to - 1) as CharId }
}

/** Gives the character at an offset of a block; null past its end. */
export function charAt(block: Block, offset: number): CharId | null {
  let left = offset
  for (const { at, ...inline } of block.inlines) {
    const length = inlineLength({ at, ...inline })
    if (left < length) return { client: at.client, clock: at.clock + left }
    left -= length
  }
  return null
}

/**
 * Finds where an anchored passage stands: on its own words, followed where they were moved, or null when none of them
 * is left (the anchor is then detached). Where its words stand in several blocks, the block with most of them is it.
 */
export function resolveAnchor(
  text: Y.Text,
  blocks: readonly Block[],
  anchor: Anchor,
  moves: MoveMap,
): AnchoredRange | null {
  const wanted = new Set<string>()
  for (const at of charsBetween(text, anchor)) {
    for (const place of moves.allPlaces(at)) wanted.add(`${place.client}:${place.clock}`)
  }
  let best: AnchoredRange | null = null
  let most = 0
  for (const [index, block] of blocks.entries()) {
    const { count, from, to } = countIn(block, wanted)
    if (count > most) {
      most = count
      best = { block: index, from, to }
    }
  }
  return best
}

function countIn(block: Block, wanted: ReadonlySet<string>): { count: number; from: number; to: number } {
  let count = 0
  let from = 0
  let to = 0
  let offset = 0
  for (const inline of block.inlines) {
    const length = inlineLength(inline)
    for (let unit = 0; unit < length; unit++, offset++) {
      if (!wanted.has(`${inline.at.client}:${inline.at.clock + unit}`)) continue
      if (count === 0) from = offset
      count++
      to = offset + 1
    }
  }
  return { count, from, to }
}

/** Gives the characters, deleted ones too, that stand between an anchor's ends: raw order never changes. */
function charsBetween(text: Y.Text, anchor: Anchor): CharId[] {
  const doc = text.doc as Y.Doc
  const chars: CharId[] = []
  const first = findItem(doc, anchor.start)
  for (let item = first; item !== null; item = item.right) {
    const { client, clock } = item.id
    const isLast =
      client === anchor.end.client && anchor.end.clock >= clock && anchor.end.clock < clock + item.length
    if (item.deleted || isVisibleInline(item)) {
      const from = item === first ? anchor.start.clock : clock
      const to = isLast ? anchor.end.clock : clock + item.length - 1
      for (let at = from; at <= to; at++) chars.push({ client, clock: at })
    }
    if (isLast) break
  }
  return chars
}
