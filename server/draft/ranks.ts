import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { findDraftItem } from '../../shared/draft/draft-item.ts'

/**
 * Gives the rank of an item that is to stand straight after another one of its section; `after` null: first. Where the
 * other one has moved to another section meanwhile, the item goes to the end of its own: both moves hold. `moving` is
 * the item itself, where it stands already.
 */
export function rankAfter(
  draft: Y.Doc,
  section: string,
  after: string | null,
  moving: string | null = null,
): string {
  const ranks = ranksIn(draft, section, moving)
  if (after === null) return generateKeyBetween(null, ranks[0] ?? null)
  const other = findDraftItem(draft, after)
  if (other === null || other.section !== section) return generateKeyBetween(ranks.at(-1) ?? null, null)
  return generateKeyBetween(other.rank, ranks.find((rank) => rank > other.rank) ?? null)
}

/** Gives ranks for so many new items after the last one of a section. */
export function ranksAtEnd(draft: Y.Doc, section: string, count: number): string[] {
  return generateNKeysBetween(ranksIn(draft, section, null).at(-1) ?? null, null, count)
}

// Removed items count too: they may come back, and then stand where they stood. Ranks are compared as code units.
function ranksIn(draft: Y.Doc, section: string, except: string | null): string[] {
  const ranks: string[] = []
  for (const id of draft.getMap('items').keys()) {
    const item = id === except ? null : findDraftItem(draft, id)
    if (item !== null && item.section === section) ranks.push(item.rank)
  }
  return ranks.sort((one, other) => (one < other ? -1 : 1))
}
