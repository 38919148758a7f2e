import type { EditorView } from '@tiptap/pm/view'

// Where lines stand in the page. Groups that are not seen are not laid out: whoever asked one of their lines where it stands
// would have all of them laid out. So groups are asked first.

/** What of an element says where it stands. */
interface Boxed {
  getBoundingClientRect(): Pick<DOMRect, 'top' | 'bottom'>
}

/** A stretch of the window, in CSS pixels from its top. */
interface Stretch {
  readonly top: number
  readonly bottom: number
}

/** The top bar with the search under it, and the foot of the page: what is behind them is not in sight. In CSS pixels. */
export const COVERED = { top: 120, bottom: 70 } as const

/** Tells whether a place of a text is in sight: neither bars nor a virtual keyboard cover it. */
export function isInSight(view: EditorView, place: number): boolean {
  const { top, bottom } = view.coordsAtPos(place, 1)
  return top >= COVERED.top && bottom <= heightInSight() - COVERED.bottom
}

/** Gives how much of the window a virtual keyboard leaves, in CSS pixels. */
export function heightInSight(): number {
  return window.visualViewport?.height ?? window.innerHeight
}

/** Gives the lines of a text, in their order. */
export function linesIn(dom: Element): readonly HTMLElement[] {
  return [...dom.querySelectorAll<HTMLElement>('.note-line')]
}

/** Gives the groups in which the lines of a text stand, in their order. */
export function groupsIn(dom: Element): readonly HTMLElement[] {
  return [...dom.querySelectorAll<HTMLElement>('.note-group')]
}

/** Gives the lines of a text that are in sight. */
export function linesInSight(dom: Element, stretch: Stretch): Element[] {
  return inSight(groupsIn(dom), stretch).flatMap(({ children }) => inSight(children, stretch))
}

/** Gives the place among its lines of the one that stands at a height of the window; the first if all stand below it. */
export function lineAtHeight(dom: Element, height: number): number {
  const groups = groupsIn(dom)
  const group = Math.max(0, countAbove(groups, ({ top }) => top <= height) - 1)
  let before = 0
  for (let at = 0; at < group; at++) before += groups[at]?.childElementCount ?? 0
  const lines = groups[group]?.children ?? []
  return before + Math.max(0, countAbove(lines, ({ top }) => top <= height) - 1)
}

/** Gives those parts that are in sight; each stands below the one before. */
export function inSight<Part extends Boxed>(parts: ArrayLike<Part>, { top, bottom }: Stretch): Part[] {
  const seen: Part[] = []
  for (let at = countAbove(parts, (box) => box.bottom < top); at < parts.length; at++) {
    const part = parts[at]
    if (part === undefined || part.getBoundingClientRect().top > bottom) break
    seen.push(part)
  }
  return seen
}

/** Counts the first parts of which something holds, by halves. */
function countAbove(parts: ArrayLike<Boxed>, holds: (box: Stretch) => boolean): number {
  let [from, to] = [0, parts.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const box = parts[middle]?.getBoundingClientRect()
    if (box !== undefined && holds(box)) from = middle + 1
    else to = middle
  }
  return from
}
