import type { Atom } from './atom.ts'

/** One square bracket of a text: an opening or a closing one, which names its pair by id (TX16). */
export interface Bracket {
  readonly id: string
  readonly side: 'open' | 'close'
}

/** A bracket as a reader sees it among those of its text. */
export interface PlacedBracket extends Bracket {
  /** Whether the other one of its pair stands in the text as well. */
  readonly isPaired: boolean
  /** How many pairs stand inside this one, one in another: 0 for the innermost. */
  readonly height: number
}

/** Reads an atom as a bracket; null: it is something else. What a foreign client left out is borne. */
export function asBracket({ t, id, side }: Atom): Bracket | null {
  if (t !== 'bracket') return null
  return { id: typeof id === 'string' ? id : '', side: side === 'close' ? 'close' : 'open' }
}

/**
 * Pairs brackets by id, given in the order of the text; gives each at its place. Both sides of an id make a pair in
 * whatever order they stand, and pairs may cross: two people set them at once.
 */
export function pairBrackets(brackets: readonly Bracket[]): PlacedBracket[] {
  const sides = new Map<string, Set<Bracket['side']>>()
  for (const { id, side } of brackets) sides.set(id, (sides.get(id) ?? new Set()).add(side))
  const heights = new Map<string, number>()
  const around: { id: string; height: number }[] = []
  for (const { id } of brackets) {
    if ((sides.get(id)?.size ?? 0) < 2) continue
    const begun = around.findLastIndex((pair) => pair.id === id)
    if (begun < 0) {
      if (!heights.has(id)) around.push({ id, height: 0 })
      continue
    }
    const [pair] = around.splice(begun, 1)
    const height = pair?.height ?? 0
    heights.set(id, height)
    const outer = around[begun - 1]
    if (outer !== undefined) outer.height = Math.max(outer.height, height + 1)
  }
  return brackets.map(({ id, side }) => {
    return { id, side, isPaired: sides.get(id)?.size === 2, height: heights.get(id) ?? 0 }
  })
}

/** Counts the brackets that are left in a text: each pair is one, and so is each that stands alone. */
export function countBrackets(brackets: readonly Bracket[]): {
  readonly all: number
  readonly alone: number
} {
  const pairs = new Map(pairBrackets(brackets).map(({ id, isPaired }) => [id, isPaired]))
  return { all: pairs.size, alone: [...pairs.values()].filter((isPaired) => !isPaired).length }
}
