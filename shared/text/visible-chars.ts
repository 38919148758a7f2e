import type { AnchoredRange } from './anchor.ts'
import { type Block, inlineLength } from './block.ts'
import type { CharRange } from './moves.ts'

/** Characters of one client in a row, and where they stand. */
interface Stretch {
  readonly clock: number
  readonly length: number
  readonly block: number
  readonly offset: number
}

/** Knows where each character of some blocks stands: made once, asked for many anchors. */
export class VisibleChars {
  readonly #byClient = new Map<number, Stretch[]>()
  readonly #isSorted = new Set<number>()

  constructor(blocks: readonly Block[]) {
    for (const [block, { inlines }] of blocks.entries()) {
      let offset = 0
      for (const inline of inlines) {
        const length = inlineLength(inline)
        const { client, clock } = inline.at
        const list = this.#byClient.get(client)
        if (list === undefined) this.#byClient.set(client, [{ clock, length, block, offset }])
        else list.push({ clock, length, block, offset })
        offset += length
      }
    }
  }

  /** Gives where characters stand; nothing for those that were deleted. */
  find({ client, clock, length }: CharRange): AnchoredRange[] {
    const stretches = this.#of(client)
    const found: AnchoredRange[] = []
    for (let index = firstPast(stretches, clock); index < stretches.length; index++) {
      const stretch = stretches[index] as Stretch
      if (stretch.clock >= clock + length) break
      const from = Math.max(0, clock - stretch.clock)
      const to = Math.min(stretch.length, clock + length - stretch.clock)
      found.push({ block: stretch.block, from: stretch.offset + from, to: stretch.offset + to })
    }
    return found
  }

  #of(client: number): readonly Stretch[] {
    const stretches = this.#byClient.get(client) ?? []
    if (!this.#isSorted.has(client)) {
      stretches.sort((one, other) => one.clock - other.clock)
      this.#isSorted.add(client)
    }
    return stretches
  }
}

/** Gives the first stretch that ends past a clock. */
function firstPast(stretches: readonly Stretch[], clock: number): number {
  let low = 0
  for (let high = stretches.length; low < high; ) {
    const middle = (low + high) >> 1
    const { clock: from, length } = stretches[middle] as Stretch
    if (from + length <= clock) low = middle + 1
    else high = middle
  }
  return low
}
