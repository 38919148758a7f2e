import type * as Y from 'yjs'
import { type DraftItem, readItems } from '../../shared/draft/draft-item.ts'
import { type Anchor, anchorRange, charsBetween, resolveAnchor } from '../../shared/text/anchor.ts'
import type { Block } from '../../shared/text/block.ts'
import { findItem } from '../../shared/text/items.ts'
import type { CharRange, MoveMap } from '../../shared/text/moves.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { passageOf } from '../../shared/threads/passage-of.ts'
import type { ThreadSubject } from '../../shared/threads/thread-facts.ts'

/**
 * Finds a passage of an item, of whose words none stands there any more, in the item to which they were moved: somebody
 * has split it while the comment was on its way (TH1). Null: they were deleted.
 */
export function followPassage(
  draft: Y.Doc,
  moves: MoveMap,
  from: DraftItem,
  { start, end, chars }: Anchor,
): ThreadSubject | null {
  const own = chars ?? charsBetween(from.text, { start, end }) ?? []
  const texts = new Set(own.flatMap((each) => moves.placesOf(each)).flatMap((each) => textsAt(draft, each)))
  for (const { id, text } of texts.size === 0 ? [] : readItems(draft, [])) {
    if (id === from.id || !texts.has(text)) continue
    const blocks = renderBlocks(text)
    const place = resolveAnchor(text, blocks, { start, end, chars: own }, moves)
    if (place === null) continue
    const block = blocks[place.block] as Block
    const passage = passageOf(text, block, place.from, place.to)
    const anchor = anchorRange(block, place.from, place.to)
    if (passage !== null && anchor !== null) return { on: 'item', item: id, passage: { ...passage, anchor } }
  }
  return null
}

/** Gives the texts in which the first or the last of some characters stands. */
function textsAt(draft: Y.Doc, { client, clock, length }: CharRange): unknown[] {
  const ends = [clock, clock + length - 1].map((at) => findItem(draft, { client, clock: at }))
  return ends.flatMap((item) => (item === null || item.deleted ? [] : [item.parent]))
}
