import { type AuthoredSpan, authoredSpans } from '../../../shared/text/authorship.ts'
import type { Block } from '../../../shared/text/block.ts'
import type { MoveMap } from '../../../shared/text/moves.ts'

/** What is known of who typed what; another object whenever something was added. */
export interface WhoTyped {
  readonly memberOf: (client: number) => string | null
  /** Whether the server has recorded it. */
  readonly isProven: (client: number) => boolean
  readonly moves: MoveMap
}

/** Gives who typed what in blocks, each read again only when it or what is known has changed. */
export class TypedSpans {
  #who: WhoTyped | null = null
  #known = new WeakMap<Block, readonly AuthoredSpan[]>()

  of(block: Block, who: WhoTyped): readonly AuthoredSpan[] {
    if (this.#who !== who) {
      this.#who = who
      this.#known = new WeakMap()
    }
    const known = this.#known.get(block) ?? authoredSpans(block, who.memberOf, who.moves)
    this.#known.set(block, known)
    return known
  }
}

/** Somebody's share of a text. */
export interface Share {
  /** Null: the server's own words, or not known yet. */
  readonly member: string | null
  readonly characters: number
}

/** Counts the characters that each typed and that still stand, most first. */
export function sharesOf(blocks: readonly Block[], spans: TypedSpans, who: WhoTyped): Share[] {
  const count = new Map<string | null, number>()
  for (const block of blocks) {
    for (const { typedBy, from, to } of spans.of(block, who))
      count.set(typedBy, (count.get(typedBy) ?? 0) + to - from)
  }
  return [...count]
    .map(([member, characters]) => ({ member, characters }))
    .sort((one, other) => other.characters - one.characters)
}
