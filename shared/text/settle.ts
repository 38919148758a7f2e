import type * as Y from 'yjs'
import { ROOT_ID } from './block.ts'
import { firstItem, isVisibleInline, markerId, markerOf } from './items.ts'

/** Which markers a local change settles. */
export interface Settled {
  /** The first marker of the changed lines, in raw order; null for the text's start. */
  readonly start: Y.Item | null
  /** The markers that the editor shows as lines of their own after the change. */
  readonly shown: ReadonlySet<Y.Item>
  /** The markers that the changed lines were made of before. */
  readonly members: ReadonlySet<Y.Item>
  /** The line that follows in the editor: it must not be pulled in by an old `join`. */
  readonly next: Y.Item | null
}

/**
 * The only writer of `gone` and `join` (TX3). Makes each marker of the changed lines say what the editor shows: one
 * that is shown loses the key that would hide it; any other is `gone` when its run is empty, else joined to the
 * nearest one before it that counts. Markers of other lines, seen by this editor or not, keep what they say.
 */
export function settle(text: Y.Text, { start, shown, members, next }: Settled): void {
  let nearest = nearestBefore(start)
  let left = new Set([...shown, ...members]).size
  for (let item = start ?? firstItem(text); item !== null; item = item.right) {
    const marker = markerOf(item)
    if (marker === null) continue
    const id = markerId(item, marker)
    const hidden = marker.get('gone') === true && isEmptyRun(item)
    if (shown.has(item)) {
      left--
      if (marker.get('gone') !== undefined) marker.delete('gone')
      if (marker.get('join') === nearest) marker.delete('join')
    } else if (members.has(item)) {
      left--
      if (isEmptyRun(item)) {
        if (!hidden) marker.set('gone', true)
        continue
      }
      if (marker.get('join') !== nearest) marker.set('join', nearest)
    } else if (hidden) continue
    else if (item === next && marker.get('join') === nearest) marker.delete('join')
    if (left === 0 && !shown.has(item) && !members.has(item)) return
    nearest = id
  }
}

/** Gives the id of the nearest marker before an item that is not hidden; `root` where there is none (TX2). */
export function nearestBefore(item: Y.Item | null): string {
  let empty = true
  for (let at = item?.left ?? null; at !== null; at = at.left) {
    if (isVisibleInline(at)) empty = false
    const marker = markerOf(at)
    if (marker === null) continue
    if (marker.get('gone') !== true || !empty) return markerId(at, marker)
    empty = true
  }
  return ROOT_ID
}

/** Tells whether nothing visible stands between a marker and the next one. */
export function isEmptyRun(marker: Y.Item): boolean {
  for (let item = marker.right; item !== null; item = item.right) {
    if (isVisibleInline(item)) return false
    if (markerOf(item) !== null) return true
  }
  return true
}
