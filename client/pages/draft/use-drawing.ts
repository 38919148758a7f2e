import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { around, type DrawnRows } from './drawn-rows.ts'
import type { SteadyEntry } from './steady-list.tsx'
import { areRowsComing } from './use-near.ts'
import { onWholeWanted } from './whole-wanted.ts'

/** How long rows are made in one frame: what is shown can be read, scrolled and typed in meanwhile. */
const SLICE_MS = 10
/** A row of one line, with what stands under it, is this high: so many fill the window for sure. */
const LOWEST_ROW_PX = 64
/** So many at once: each time React looks at the whole list. */
const BATCH = 8

/**
 * Draws the rows of a list a few a frame, those nearest to what is seen first; gives the ones that still wait. What
 * takes in all of the page, such as a print or a search, finds all of them.
 */
export function useDrawing(
  list: RefObject<HTMLElement | null>,
  drawn: DrawnRows,
  entries: readonly SteadyEntry[],
  start: string | null,
): ReadonlySet<string> {
  useSyncExternalStore(drawn.subscribe, drawn.version)
  const rows = useMemo(
    () => entries.flatMap(({ key, mayWait }) => (mayWait === true ? [key] : [])),
    [entries],
  )
  const waiting = drawn.waitingOf(rows, start, Math.ceil(window.innerHeight / LOWEST_ROW_PX) + 1)
  const latest = useRef({ entries, waiting })
  useLayoutEffect(() => {
    latest.current = { entries, waiting }
    drawn.keep(entries.flatMap(({ key }) => (waiting.has(key) ? [] : [key])))
  })
  const isDone = waiting.size === 0
  useEffect(() => {
    if (isDone) return
    const stopWaiting = onWholeWanted(() => drawn.drawAll())
    const slice = (): void => {
      frame = requestAnimationFrame(slice)
      const seen = list.current === null ? null : entryInSight(list.current)
      // What can be read is first to be written in as well.
      if (areRowsComing() && (seen === null || !latest.current.waiting.has(seen))) return
      const until = performance.now() + SLICE_MS
      do {
        const { entries: now, waiting: left } = latest.current
        const keys = now.flatMap(({ key }) => (left.has(key) || key === seen ? [key] : []))
        drawn.draw(around(keys, seen, BATCH + 1))
      } while (latest.current.waiting.size > 0 && performance.now() < until)
    }
    let frame = requestAnimationFrame(slice)
    return () => {
      cancelAnimationFrame(frame)
      stopWaiting()
    }
  }, [list, drawn, isDone])
  return waiting
}

/** Gives the entry at the middle of the window, or nearest to it. */
function entryInSight({ children }: HTMLElement): string | null {
  const middle = window.innerHeight / 2
  let low = 0
  let high = children.length - 1
  while (low < high) {
    const index = (low + high) >> 1
    if ((children[index]?.getBoundingClientRect().bottom ?? 0) < middle) low = index + 1
    else high = index
  }
  return (children[low] as HTMLElement | undefined)?.dataset['key'] ?? null
}
