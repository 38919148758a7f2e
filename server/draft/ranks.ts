import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { type DraftItem, findDraftItem, headOf } from '../../shared/draft/draft-item.ts'

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
  const found = findDraftItem(draft, after)
  // Behind an alternative is behind all of its versions.
  const other = found === null ? null : headOf(draft, found)
  if (other === null || other.section !== section) return generateKeyBetween(ranks.at(-1) ?? null, null)
  return generateKeyBetween(other.rank, ranks.find((rank) => rank > other.rank) ?? null)
}

/** Gives ranks for so many new items after the last one of a section. */
export function ranksAtEnd(draft: Y.Doc, section: string, count: number): string[] {
  return generateNKeysBetween(ranksIn(draft, section, null).at(-1) ?? null, null, count)
}

/** Gives the alternatives of an item in their order, removed ones too; their ranks are a series of their own. */
export function alternativesOf(draft: Y.Doc, head: string, except: string | null = null): DraftItem[] {
  return [...draft.getMap('items').keys()]
    .flatMap((id) => findDraftItem(draft, id) ?? [])
    .filter((item) => item.alternativeOf === head && item.id !== except)
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
}

/** Gives ranks for so many alternatives behind the last one of an item. */
export function ranksAmongAlternatives(draft: Y.Doc, head: string, count: number): string[] {
  return generateNKeysBetween(alternativesOf(draft, head).at(-1)?.rank ?? null, null, count)
}

/** Gives the rank of an alternative straight after another one of its item, or (`after` is the item) before them all. */
export function rankAmongAlternatives(
  draft: Y.Doc,
  head: string,
  after: string,
  moving: string,
): string | null {
  const others = alternativesOf(draft, head, moving)
  const index = others.findIndex(({ id }) => id === after)
  if (index < 0 && after !== head) return null
  return generateKeyBetween(others[index]?.rank ?? null, others[index + 1]?.rank ?? null)
}

// Removed items count too: they may come back, and then stand where they stood. Ranks are compared as code units.
function ranksIn(draft: Y.Doc, section: string, except: string | null): string[] {
  const ranks: string[] = []
  for (const id of draft.getMap('items').keys()) {
    const item = id === except ? null : findDraftItem(draft, id)
    if (item !== null && item.section === section && headOf(draft, item) === item) ranks.push(item.rank)
  }
  return ranks.sort((one, other) => (one < other ? -1 : 1))
}
