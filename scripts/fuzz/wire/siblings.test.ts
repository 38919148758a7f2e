import { expect, it } from 'vitest'

// Items that hang below one left neighbour, as Yjs 13 sorts them (`Item.integrate`): item i is of client i, and names
// on its right another of them or something beyond them all, of which there are two. All that hangs below an item
// goes along with it, so that the order of a whole text is right where this one is.

const ITEMS = 5
const BEYOND = [-1, -2]

function insert(list: readonly number[], item: number, right: readonly number[]): number[] {
  let at = 0
  for (const [index, other] of list.entries()) {
    if (other === right[item]) break
    if (other < item) at = index + 1
    else if (right[other] === right[item]) break
  }
  return [...list.slice(0, at), item, ...list.slice(at)]
}

/** Gives every order in which the items can end, whichever comes first. */
function outcomes(right: readonly number[]): Set<string> {
  const found = new Set<string>()
  const go = (list: readonly number[]): void => {
    if (list.length === ITEMS) found.add(list.join())
    for (const [item, named] of right.entries())
      if (!list.includes(item) && (named < 0 || list.includes(named))) go(insert(list, item, right))
  }
  go([])
  return found
}

function* arrangements(right: readonly number[] = []): Generator<readonly number[]> {
  if (right.length === ITEMS) yield right
  else
    for (const named of [...BEYOND, ...Array(ITEMS).keys()])
      if (named !== right.length) yield* arrangements([...right, named])
}

it(`[SY2] ${ITEMS} items below one neighbour end in one order, whatever they name on their right and whoever comes first`, () => {
  let count = 0
  for (const right of arrangements()) {
    const { size } = outcomes(right)
    // None: they name each other in a circle.
    if (size === 0) continue
    count++
    expect(size, right.join()).toBe(1)
  }
  expect(count).toBe(4802)
}, 60_000)
