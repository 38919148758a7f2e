/** A card that stands beside its passage. */
export interface LaidCard {
  readonly id: string
  /** Where its passage begins. */
  readonly at: number
  readonly height: number
}

/**
 * Gives the top of every card: each beside its passage, and where they are crowded pushed down below the one before.
 * The selected one stands beside its passage whatever the others need: those before it give way upwards. Nothing lies
 * above the start.
 */
export function layCards(
  cards: readonly LaidCard[],
  selected: string | null,
  gap: number,
): Map<string, number> {
  const order = [...cards].sort((one, other) => one.at - other.at)
  const fixed = Math.max(
    0,
    order.findIndex(({ id }) => id === selected),
  )
  const tops = new Map<string, number>()
  let limit = Number.POSITIVE_INFINITY
  for (const card of order.slice(0, fixed + 1).reverse()) {
    const top = Math.min(card.at, limit - card.height)
    tops.set(card.id, top)
    limit = top - gap
  }
  // What was pushed above the start pushes all down again.
  let next = 0
  for (const { id, at, height } of order) {
    const top = Math.max(tops.get(id) ?? at, next)
    tops.set(id, top)
    next = top + height + gap
  }
  return tops
}
