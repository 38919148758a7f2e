import type * as Y from 'yjs'

/**
 * Who asked for a pair of brackets: root `bracketsAskedBy` of the drafting room, by the pair's id. It is of the pair and
 * no item's: words that are combined, taken apart, split or moved bring their brackets along, and who asked with them.
 */
export interface BracketsAskedFact {
  /** Never none: nobody is told by there being no fact. */
  readonly mechanisms: readonly string[]
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number
  /** Member who noted it. */
  readonly by: string
}

/** Gives who asked for which pair of brackets, to be read or written. Only the drafting group has the room. */
export function bracketsAskedIn(drafting: Y.Doc): Y.Map<BracketsAskedFact> {
  return drafting.getMap<BracketsAskedFact>('bracketsAskedBy')
}
