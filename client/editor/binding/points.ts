import type { Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { charAt } from '../../../shared/text/anchor.ts'
import type { Block, CharId } from '../../../shared/text/block.ts'
import { inlineLength } from '../../../shared/text/block.ts'
import { findItem, isVisibleInline, markerOf } from '../../../shared/text/items.ts'

/**
 * A place in a text that keeps its meaning while others write: straight after a character, or after a block's marker
 * at the block's start; null at the start of the root block. It is the left side of a Yjs relative position (TX15).
 */
export type Point = CharId | null

/** Tells whether two points are one. */
export function samePoint(one: Point, other: Point): boolean {
  return one?.client === other?.client && one?.clock === other?.clock
}

/** Gives the point for a place in a block. */
export function pointAt(block: Block, offset: number): Point {
  return offset > 0 ? charAt(block, offset - 1) : block.marker
}

/**
 * Finds where a point stands now: what it followed may be gone, then what stood before that. `headAt` tells the block of a
 * marker: a character mostly stands in the block whose marker comes before it, and the others need no look.
 */
export function locatePoint(
  doc: Y.Doc,
  blocks: readonly Block[],
  point: Point,
  headAt: (marker: CharId) => number | undefined = () => undefined,
): { block: number; offset: number } {
  if (point === null) return { block: 0, offset: 0 }
  const near = nearBlock(doc, point, headAt)
  const quick = near === undefined ? null : findChar(blocks.slice(near, near + 1), point)
  if (near !== undefined && quick !== null) return { block: near, offset: quick.offset }
  let at: CharId = point
  for (let item = findItem(doc, point); item !== null; item = item.left) {
    if (item.id.client !== at.client || item.id.clock > at.clock) at = item.lastId
    const found = isVisibleInline(item)
      ? findChar(blocks, at)
      : markerOf(item) !== null
        ? findHead(blocks, at)
        : null
    if (found !== null) return found
    at = { client: -1, clock: -1 }
  }
  return { block: 0, offset: 0 }
}

/** Turns a place in the editor into a block and an offset in it. */
export function placeIn(doc: Node, position: number): { block: number; offset: number } {
  const resolved = doc.resolve(Math.max(0, Math.min(position, doc.content.size)))
  if (resolved.depth === 0) {
    const block = Math.min(resolved.index(0), doc.childCount - 1)
    const atEnd = resolved.index(0) >= doc.childCount
    return { block, offset: atEnd ? doc.child(block).content.size : 0 }
  }
  return { block: resolved.index(0), offset: resolved.parentOffset }
}

/** Where the lines of the last document start: the carets of many are looked for in one after the other. */
let starts: { readonly doc: Node; readonly of: readonly number[] } | null = null

/** Turns a block and an offset in it into a place in the editor. */
export function positionIn(doc: Node, place: { block: number; offset: number }): number {
  if (starts?.doc !== doc) {
    let position = 1
    starts = {
      doc,
      of: doc.children.map(({ nodeSize }) => {
        position += nodeSize
        return position - nodeSize
      }),
    }
  }
  return (starts.of[place.block] ?? 1) + Math.min(place.offset, doc.child(place.block).content.size)
}

/** Finds the block whose marker comes before a visible character: it mostly stands there. */
export function nearBlock(
  doc: Y.Doc,
  point: Point,
  headAt: (marker: CharId) => number | undefined,
): number | undefined {
  let item = point === null ? null : findItem(doc, point)
  if (item === null || !isVisibleInline(item)) return undefined
  while (item !== null && markerOf(item) === null) item = item.left
  return item === null ? undefined : headAt(item.id)
}

function findChar(blocks: readonly Block[], at: CharId): { block: number; offset: number } | null {
  for (const [block, { inlines }] of blocks.entries()) {
    let offset = 0
    for (const inline of inlines) {
      const length = inlineLength(inline)
      const unit = at.clock - inline.at.clock
      if (inline.at.client === at.client && unit >= 0 && unit < length)
        return { block, offset: offset + unit + 1 }
      offset += length
    }
  }
  return null
}

function findHead(blocks: readonly Block[], at: CharId): { block: number; offset: number } | null {
  const block = blocks.findIndex(({ marker }) => marker?.client === at.client && marker.clock === at.clock)
  return block < 0 ? null : { block, offset: 0 }
}
