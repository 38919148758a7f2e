import type { Block, CharId } from './block.ts'
import type { MoveMap } from './moves.ts'

/** Who typed a character, and who moved it since (latest first). Proven by delivery, never claimed (design §4). */
export interface Authorship {
  readonly typedBy: string | null
  readonly movedBy: readonly string[]
}

/** A stretch of a block with one authorship. */
export interface AuthoredSpan extends Authorship {
  readonly from: number
  readonly to: number
}

/** Gives who typed and who moved one character; `memberOf` names the member a clientID is bound to. */
export function authorshipOf(
  at: CharId,
  memberOf: (client: number) => string | null,
  moves: MoveMap,
): Authorship {
  const origins = moves.origins(at)
  const typed = origins.at(-1) ?? at
  const movers = [at, ...origins].slice(0, -1).map((place) => memberOf(place.client))
  return { typedBy: memberOf(typed.client), movedBy: movers.filter((member) => member !== null) }
}

/** Cuts a block into stretches of one authorship, in order. */
export function authoredSpans(
  block: Block,
  memberOf: (client: number) => string | null,
  moves: MoveMap,
): AuthoredSpan[] {
  const spans: AuthoredSpan[] = []
  let offset = 0
  for (const inline of block.inlines) {
    const length = 'text' in inline ? inline.text.length : 1
    for (let unit = 0; unit < length; unit++) {
      const at = { client: inline.at.client, clock: inline.at.clock + unit }
      const { typedBy, movedBy } = authorshipOf(at, memberOf, moves)
      const last = spans.at(-1)
      if (last !== undefined && last.typedBy === typedBy && sameList(last.movedBy, movedBy)) {
        spans[spans.length - 1] = { ...last, to: offset + 1 }
      } else spans.push({ typedBy, movedBy, from: offset, to: offset + 1 })
      offset++
    }
  }
  return spans
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((member, index) => member === b[index])
}
