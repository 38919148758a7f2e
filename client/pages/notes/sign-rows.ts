/** A stretch of words on the page, or what they stand in: CSS pixels of the window. */
export interface Stretch {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** A row of a line's words, and how much of the column its words leave free at their end. */
export interface Row {
  readonly top: number
  readonly free: number
}

/** With the page's margin this is what a finger needs at least. */
export const LEAST_FREE_PX = 4

/**
 * Gives the row beside whose end a sign stands: the first one whose words leave room enough for a finger, else the one
 * that leaves most. Null: there are no words.
 */
export function rowForSign(words: readonly Stretch[], column: Stretch, isRtl: boolean): Row | null {
  const rows = rowsOf(words, column, isRtl)
  const free = rows.find((row) => row.free >= LEAST_FREE_PX)
  return free ?? rows.toSorted((one, other) => other.free - one.free)[0] ?? null
}

/** Words of one row may stand in several stretches, of several heights. */
function rowsOf(words: readonly Stretch[], column: Stretch, isRtl: boolean): readonly Row[] {
  const rows: { top: number; bottom: number; free: number }[] = []
  for (const { top, bottom, left, right } of words) {
    const free = Math.max(0, isRtl ? left - column.left : column.right - right)
    const row = rows.find(
      (each) => top < (each.top + each.bottom) / 2 && bottom > (each.top + each.bottom) / 2,
    )
    if (row === undefined) rows.push({ top, bottom, free })
    else Object.assign(row, { top: Math.min(row.top, top), free: Math.min(row.free, free) })
  }
  return rows
}
