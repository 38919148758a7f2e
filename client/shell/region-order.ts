/** Gives the region that `F6` goes to from the one that holds the focus; -1: from none of them. */
export function nextRegion(count: number, current: number, isBack: boolean): number {
  if (count === 0) return -1
  if (current < 0) return isBack ? count - 1 : 0
  return (current + (isBack ? count - 1 : 1)) % count
}
