import type * as Y from 'yjs'

/** Who asked for a pair of brackets: root `bracketsAskedBy` of the drafting room, by `<item>/<bracket>`. */
export interface BracketsAskedFact {
  /** Never none: nobody is told by there being no fact. */
  readonly mechanisms: readonly string[]
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number
  /** Member who noted it. */
  readonly by: string
}

/** Names the brackets of an item in that root. */
export function bracketKey(item: string, bracket: string): string {
  return `${item}/${bracket}`
}

/** Gives who asked for which brackets, to be read or written. Only the drafting group has the room. */
export function bracketsAskedIn(drafting: Y.Doc): Y.Map<BracketsAskedFact> {
  return drafting.getMap<BracketsAskedFact>('bracketsAskedBy')
}
