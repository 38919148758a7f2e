/** An edge-to-edge box in the window. */
interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where selected words begin and end. */
export interface Selected {
  readonly first: Box
  readonly last: Box
}

/** Room between the words and the bar. */
const GAP = 6
/** The page's own bar at the top, with some air. */
const TOP = 60

/**
 * Gives the place of a bar beside selected words, in pixels from the corner of what it stands in: above the first line,
 * or below the last one where there is no room. It never covers a selected word.
 */
export function placeToolbar(
  { first, last }: Selected,
  ground: Box,
  bar: { readonly width: number; readonly height: number },
  isRtl: boolean,
): { insetBlockStart: number; insetInlineStart: number } {
  const above = first.top - GAP - bar.height
  const top = above >= TOP ? above : last.bottom + GAP
  const start = isRtl ? ground.right - first.right : first.left - ground.left
  const most = ground.right - ground.left - bar.width
  return {
    insetBlockStart: Math.round(top - ground.top),
    insetInlineStart: Math.round(Math.max(0, Math.min(start, most))),
  }
}
