import type * as Y from 'yjs'
import type { Seam } from './block.ts'
import { firstItem, isVisibleInline, markerId, markerOf } from './items.ts'
import { isEmptyRun } from './settle.ts'

/** Gives the last item, of any state, before the marker that follows `item` (null: from the text's start). */
export function afterEndOfRun(text: Y.Text, item: Y.Item | null): Y.Item | null {
  let last = item
  for (
    let at = item === null ? firstItem(text) : item.right;
    at !== null && markerOf(at) === null;
    at = at.right
  ) {
    last = at
  }
  return last
}

/**
 * Finds the seams of a block that was just written: where the runs joined to it begin. `heads` are the markers shown
 * as blocks of their own.
 */
export function seamsOf(text: Y.Text, head: Y.Item | null, heads: ReadonlySet<Y.Item>): Seam[] {
  const seams: Seam[] = []
  let offset = 0
  let nearest = head === null ? 'root' : markerId(head, markerOf(head) as Y.Map<unknown>)
  for (let item = head === null ? firstItem(text) : head.right; item !== null; item = item.right) {
    const marker = markerOf(item)
    if (marker !== null) {
      if (heads.has(item)) break
      if (marker.get('gone') === true && isEmptyRun(item)) continue
      if (marker.get('join') !== nearest) break
      nearest = markerId(item, marker)
      seams.push({ offset, id: nearest, marker: { client: item.id.client, clock: item.id.clock } })
    } else if (isVisibleInline(item)) offset += item.length
  }
  return seams
}
