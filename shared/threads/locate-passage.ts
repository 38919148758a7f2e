import type * as Y from 'yjs'
import { type AnchoredRange, findAnchor } from '../text/anchor.ts'
import { type Block, blockText } from '../text/block.ts'
import type { MoveMap } from '../text/moves.ts'
import { VisibleChars } from '../text/visible-chars.ts'
import { findRetyped } from './find-retyped.ts'
import type { ThreadPassage } from './thread-facts.ts'

/** Where a passage stands now: a range of one block. */
export interface PassagePlace extends AnchoredRange {
  /** Its own words are gone, and the same ones were written again in their place. */
  readonly byQuote: boolean
}

/**
 * Finds where a passage stands (TH1): on its own words, followed where they were moved; else where the same words were
 * written again in their place; else nowhere, and its thread is detached. Never on other words.
 */
export function locatePassage(
  text: Y.Text,
  blocks: readonly Block[],
  passage: ThreadPassage,
  moves: MoveMap,
): PassagePlace | null {
  return locatePassages(text, blocks, [passage], moves)[0] ?? null
}

/** The same for many passages of one text, which share what is made from its blocks. In their order. */
export function locatePassages(
  text: Y.Text,
  blocks: readonly Block[],
  passages: readonly ThreadPassage[],
  moves: MoveMap,
): (PassagePlace | null)[] {
  const visible = new VisibleChars(text, blocks)
  let all: string | null = null
  const wordsOfAll = (): string => {
    all ??= blocks.map(blockText).join('\0')
    return all
  }
  return passages.map((passage) => {
    const own = findAnchor(text, visible, passage.anchor, moves)
    if (own !== null) return { ...own, byQuote: false }
    const again = findRetyped({ text, blocks, visible, moves, wordsOfAll }, passage)
    return again === null ? null : { ...again, byQuote: true }
  })
}
