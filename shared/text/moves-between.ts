import type { Block } from './block.ts'
import { inlineLength } from './block.ts'
import type { CharRange, Move } from './moves.ts'
import { cutInlines } from './spans.ts'

/**
 * Says which characters of one text have become which of another that was written with the same words: `from` are the
 * stretches of the one, in the order in which they stand in the other.
 */
export function movesBetween(
  blocks: readonly Block[],
  from: readonly { readonly block: number; readonly from: number; readonly to: number }[],
  written: readonly Block[],
): Move[] {
  const before = from.flatMap((stretch) => charsOf(blocks[stretch.block], stretch.from, stretch.to))
  const after = written.flatMap((block) => charsOf(block, 0, Number.POSITIVE_INFINITY))
  const moves: Move[] = []
  let [old, fresh] = [before.shift(), after.shift()]
  while (old !== undefined && fresh !== undefined) {
    const length = Math.min(old.length, fresh.length)
    moves.push({ from: startOf(old), to: startOf(fresh), length })
    old = old.length > length ? behind(old, length) : before.shift()
    fresh = fresh.length > length ? behind(fresh, length) : after.shift()
  }
  return moves
}

function charsOf(block: Block | undefined, from: number, to: number): CharRange[] {
  return cutInlines(block?.inlines ?? [], from, to).map((inline) => {
    return { ...inline.at, length: inlineLength(inline) }
  })
}

function startOf({ client, clock }: CharRange): Move['from'] {
  return { client, clock }
}

function behind({ client, clock, length }: CharRange, count: number): CharRange {
  return { client, clock: clock + count, length: length - count }
}
