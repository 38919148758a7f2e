import { authoredSpans } from '../../shared/text/authorship.ts'
import type { Block } from '../../shared/text/block.ts'
import type { MoveMap } from '../../shared/text/moves.ts'

/** Who typed what in a room, as far as the server has told. */
interface Known {
  readonly moves: MoveMap
  readonly memberOf: (client: number) => string | null
}

/** Gives who typed some lines, whoever typed most first. Nobody that is not known is named. */
export function typistsOf(blocks: readonly Block[], { moves, memberOf }: Known): string[] {
  const units = new Map<string, number>()
  for (const block of blocks) {
    for (const { typedBy, from, to } of authoredSpans(block, memberOf, moves)) {
      if (typedBy !== null) units.set(typedBy, (units.get(typedBy) ?? 0) + to - from)
    }
  }
  return [...units].sort(([, one], [, other]) => other - one).map(([member]) => member)
}
