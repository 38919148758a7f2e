import type * as Y from 'yjs'
import type { Block, CharId } from './block.ts'
import { blockLength, inlineLength } from './block.ts'
import { findItem, isVisibleInline } from './items.ts'
import type { CharRange, MoveMap } from './moves.ts'
import { VisibleChars } from './visible-chars.ts'

/** A passage, held by its characters, whatever happens around it (TX15). */
export interface Anchor {
  readonly start: CharId
  readonly end: CharId
  /**
   * The very characters it was made on, in their order, so that what somebody writes between them is not taken for
   * them once they are gone. Absent: all that stands between start and end.
   */
  readonly chars?: readonly CharRange[]
}

/** Where a passage stands now: a range of one block. */
export interface AnchoredRange {
  readonly block: number
  readonly from: number
  readonly to: number
}

/** Stretches that an anchor names one by one; a passage of more is held by its ends. */
export const MAX_ANCHOR_CHARS = 64

/** Anchors a range of a block; null when the range is empty. */
export function anchorRange(block: Block, from: number, to: number): Anchor | null {
  if (from < 0 || to > blockLength(block) || to <= from) return null
  const ends = { start: charAt(block, from) as CharId, end: charAt(block, to - 1) as CharId }
  const chars = charsOf(block, from, to)
  return chars.length > MAX_ANCHOR_CHARS ? ends : { ...ends, chars }
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

/** Gives the characters of a range of a block. */
function charsOf(block: Block, from: number, to: number): CharRange[] {
  const chars: CharRange[] = []
  let offset = 0
  for (const inline of block.inlines) {
    const first = Math.max(from, offset)
    const end = Math.min(to, offset + inlineLength(inline))
    const { client, clock } = inline.at
    if (first < end) addChars(chars, { client, clock: clock + first - offset, length: end - first })
    offset += inlineLength(inline)
  }
  return chars
}

/** Adds characters to a list, to its last stretch where they go on from it. */
function addChars(list: CharRange[], { client, clock, length }: CharRange): void {
  const last = list.at(-1)
  if (last?.client === client && last.clock + last.length === clock)
    list[list.length - 1] = { ...last, length: last.length + length }
  else list.push({ client, clock, length })
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
  return findAnchor(text, new VisibleChars(text, blocks), anchor, moves)
}

/** The same, for many anchors on the same blocks. */
export function findAnchor(
  text: Y.Text,
  visible: VisibleChars,
  anchor: Anchor,
  moves: MoveMap,
): AnchoredRange | null {
  const places: AnchoredRange[] = []
  for (const chars of anchor.chars ?? charsBetween(text, anchor) ?? []) {
    for (const place of moves.placesOf(chars)) places.push(...visible.find(place))
  }
  return richest(places)
}

/** Gives the block with most characters in it, and from which to which they stand; of equals the first. */
function richest(places: readonly AnchoredRange[]): AnchoredRange | null {
  if (places.length < 2) return places[0] ?? null
  const ordered = [...places].sort((one, other) => one.block - other.block || one.from - other.from)
  let best: AnchoredRange | null = null
  let most = 0
  for (let index = 0; index < ordered.length; ) {
    const { block, from } = ordered[index] as AnchoredRange
    let count = 0
    let to = from
    // What stands in two ways for the same passage, as what was typed and as what came back, counts once.
    for (let next = ordered[index]; next?.block === block; next = ordered[++index]) {
      count += Math.max(0, next.to - Math.max(to, next.from))
      to = Math.max(to, next.to)
    }
    if (count > most) {
      most = count
      best = { block, from, to }
    }
  }
  return best
}

/**
 * Gives the characters, deleted ones too, that stand between an anchor's ends: raw order never changes. Null where
 * there is no such stretch of this text: an end is unknown, or stands before the start.
 */
export function charsBetween(text: Y.Text, { start, end }: Anchor): CharRange[] | null {
  if (text.doc === null) return null
  const chars: CharRange[] = []
  const first = findItem(text.doc, start)
  const last = findItem(text.doc, end)
  if (first?.parent !== text || last?.parent !== text) return null
  if (first === last && end.clock < start.clock) return null
  for (let item: Y.Item | null = first; item !== null; item = item.right) {
    const { client, clock } = item.id
    if (item.deleted || isVisibleInline(item)) {
      const from = item === first ? start.clock : clock
      const to = item === last ? end.clock + 1 : clock + item.length
      addChars(chars, { client, clock: from, length: to - from })
    }
    if (item === last) return chars
  }
  return null
}
