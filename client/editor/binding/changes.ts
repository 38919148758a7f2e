import type { StepMap } from '@tiptap/pm/transform'

/** A replaced range: `fromA..toA` of the old document became `fromB..toB` of the new one. */
export interface Change {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

/** Composes the maps of steps into the ranges that they replaced together, in order and apart from each other. */
export function composeChanges(maps: readonly StepMap[]): Change[] {
  let changes: Change[] = []
  for (const map of maps) {
    // All ranges of one map are given in its own old coordinates: the ones before have moved the later by then.
    let shift = 0
    map.forEach((oldStart, oldEnd, newStart, newEnd) => {
      changes = addChange(changes, oldStart + shift, oldEnd + shift, newEnd - newStart)
      shift += newEnd - newStart - (oldEnd - oldStart)
    })
  }
  return changes
}

/** Adds the replacement of `start..end`, in the newest document's coordinates, by something `length` long. */
function addChange(changes: readonly Change[], start: number, end: number, length: number): Change[] {
  const delta = length - (end - start)
  const before = changes.filter((change) => change.toB < start)
  const after = changes.filter((change) => change.fromB > end)
  const touched = changes.slice(before.length, changes.length - after.length)
  const offset = offsetAfter(before.at(-1))
  const fromB = Math.min(start, touched[0]?.fromB ?? start)
  const toB = Math.max(end, touched.at(-1)?.toB ?? end)
  const merged = {
    fromA: fromB + offset,
    toA: toB + offsetAfter(touched.at(-1) ?? before.at(-1)),
    fromB,
    toB: toB + delta,
  }
  return [
    ...before,
    merged,
    ...after.map((change) => ({ ...change, fromB: change.fromB + delta, toB: change.toB + delta })),
  ]
}

/** What turns a new position behind a change into an old one. */
function offsetAfter(change: Change | undefined): number {
  return change === undefined ? 0 : change.toA - change.toB
}
