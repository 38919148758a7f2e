import type * as Y from 'yjs'
import { ROOT_ID } from './block.ts'
import { firstItem, isVisibleInline, markerId, markerOf } from './items.ts'

/**
 * The only writer of `gone` and `join` (TX3). Walks the markers from `start` up to `stop` (the head of the next
 * block that the editor shows, or null) and makes each say what the editor shows: a marker in `shown` loses the key
 * that would hide it; any other is `gone` when its run is empty, else joined to the nearest one before it that counts.
 * `stop` itself only loses a `join` that would now hide it.
 */
export function settle(
  text: Y.Text,
  start: Y.Item | null,
  stop: Y.Item | null,
  shown: ReadonlySet<Y.Item>,
): void {
  let nearest = nearestBefore(start)
  for (const { item, marker, empty } of markersBetween(text, start, stop)) {
    const id = markerId(item, marker)
    if (shown.has(item)) {
      if (marker.get('gone') !== undefined) marker.delete('gone')
      if (marker.get('join') === nearest) marker.delete('join')
    } else if (empty) {
      if (marker.get('gone') !== true) marker.set('gone', true)
      continue
    } else if (marker.get('join') !== nearest) marker.set('join', nearest)
    nearest = id
  }
  const next = stop === null ? null : markerOf(stop)
  if (
    next !== null &&
    next.get('join') === nearest &&
    !(next.get('gone') === true && isEmptyRun(stop as Y.Item))
  ) {
    next.delete('join')
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

interface Marked {
  readonly item: Y.Item
  readonly marker: Y.Map<unknown>
  readonly empty: boolean
}

function markersBetween(text: Y.Text, start: Y.Item | null, stop: Y.Item | null): Marked[] {
  const found: { item: Y.Item; marker: Y.Map<unknown>; empty: boolean }[] = []
  for (let item = start ?? firstItem(text); item !== null && item !== stop; item = item.right) {
    const marker = markerOf(item)
    const last = found.at(-1)
    if (marker !== null) found.push({ item, marker, empty: true })
    else if (last !== undefined && isVisibleInline(item)) last.empty = false
  }
  return found
}
