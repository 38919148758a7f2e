/** Where words stand to the element that they are about; `after` is its inline end. */
export type Side = 'below' | 'after'

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

interface View {
  readonly width: number
  readonly height: number
  readonly isRtl: boolean
}

const GAP = 6
/** Nothing touches the window's edge. */
const EDGE = 8

/** Gives the place of a box beside another, inside the window; on the other side where there is no room. */
export function placeBeside(anchor: Box, box: Box, side: Side, view: View): { left: number; top: number } {
  const middle = anchor.left + anchor.width / 2 - box.width / 2
  if (side === 'after') {
    const before = anchor.left - GAP - box.width
    const after = anchor.left + anchor.width + GAP
    return {
      left: clamp(view.isRtl ? before : after, view.width - box.width),
      top: clamp(anchor.top + anchor.height / 2 - box.height / 2, view.height - box.height),
    }
  }
  const below = anchor.top + anchor.height + GAP
  const hasRoom = below + box.height + EDGE <= view.height
  return {
    left: clamp(middle, view.width - box.width),
    top: hasRoom ? below : anchor.top - GAP - box.height,
  }
}

function clamp(at: number, last: number): number {
  return Math.round(Math.max(EDGE, Math.min(at, last - EDGE)))
}
