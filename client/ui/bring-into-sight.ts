/** Frames that all must stand still, and the most that are waited for. */
const STILL_FRAMES = 5
const MOST_FRAMES = 60

/** Less than this is where it should be, in CSS pixels. */
const NEAR_PX = 2

/** What the top bar with what hangs under it, and the foot of a page, cover of the window, in CSS pixels. */
const COVERED = { top: 100, bottom: 80 } as const

/** What somebody does who goes elsewhere by themselves. */
const OWN_WAYS = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

let stop: (() => void) | null = null

/**
 * Scrolls the window to a place, and stays with it while what is around it is laid out: the browser only guesses how high a
 * text is that was never seen, and what stands below it moves once it knows. Ends when all stands still, when somebody scrolls,
 * presses or types, and when the next place is asked for.
 *
 * @param offBy - How far below its place in the window it stands now, in CSS pixels; null: it has gone.
 */
export function scrollUntilThere(offBy: () => number | null): void {
  stop?.()
  let [frame, frames, still] = [0, 0, 0]
  const end = (): void => {
    cancelAnimationFrame(frame)
    for (const way of OWN_WAYS) window.removeEventListener(way, end, true)
    if (stop === end) stop = null
  }
  const step = (): void => {
    const off = offBy()
    const before = window.scrollY
    if (off !== null && Math.abs(off) > NEAR_PX) window.scrollBy({ top: off, behavior: 'instant' })
    // At an end of the page there is no nearer.
    still = window.scrollY === before ? still + 1 : 0
    frames++
    if (off === null || still === STILL_FRAMES || frames === MOST_FRAMES) end()
    else frame = requestAnimationFrame(step)
  }
  stop = end
  for (const way of OWN_WAYS) window.addEventListener(way, end, { capture: true, passive: true })
  step()
}

/** Brings an element into sight that is not wholly seen. */
export function bringUnlessSeen(element: Element): void {
  const { top, bottom } = element.getBoundingClientRect()
  if (top <= COVERED.top || bottom >= window.innerHeight - COVERED.bottom) bringIntoSight(element)
}

/** Brings an element into the middle of the window; the start of one that is too high for it under the top bar. */
export function bringIntoSight(element: Element): void {
  scrollUntilThere(() => {
    if (!element.isConnected) return null
    const { top, height } = element.getBoundingClientRect()
    return top - Math.max(COVERED.top, (window.innerHeight - height) / 2)
  })
}
