/** Where a list stands, in pixels from the corner of its column. */
export interface ListPlace {
  readonly insetBlockStart: number
  readonly insetInlineStart: number
}

/** What a list is asked for by, in the window. */
export interface Asked {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Room between a line and its list. */
const GAP = 6

/** Finds a place for a list under a stretch of text, or above it where there is no room, inside the column. */
export function placeUnder(asked: Asked, list: HTMLElement): ListPlace {
  const column = (list.offsetParent ?? document.body).getBoundingClientRect()
  const { width, height } = list.getBoundingClientRect()
  const isBelow = asked.bottom + GAP + height <= window.innerHeight - 48 || asked.top - GAP - height < 52
  const top = isBelow ? asked.bottom + GAP : asked.top - GAP - height
  const isRtl = getComputedStyle(list).direction === 'rtl'
  const start = isRtl ? column.right - asked.right : asked.left - column.left
  return {
    insetBlockStart: top - column.top,
    insetInlineStart: Math.max(0, Math.min(start, column.width - width)),
  }
}
