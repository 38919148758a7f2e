import * as Y from 'yjs'
import { blockText } from '../text/block.ts'
import { renderBlocks } from '../text/render.ts'
import { textHash } from '../text/text-hash.ts'

export const ITEM_TYPES = ['recommendation', 'heading', 'paragraph'] as const
export type ItemType = (typeof ITEM_TYPES)[number]

/** The section of items that belong to no topic. */
export const GENERAL_SECTION = 'general'

/** One item of the draft (format.md, Draft items). */
export interface DraftItem {
  readonly id: string
  readonly type: ItemType
  /** A topic's id, or `general`. */
  readonly section: string
  /** Fractional index: order within the section. */
  readonly rank: string
  /** Flat text. */
  readonly text: Y.Text
}

/**
 * Gives the items of a draft that are to be shown: sections in the given order (others last), then by rank. An item
 * that was removed is not among them, unless somebody has changed its text since (DR1).
 */
export function readItems(draft: Y.Doc, sections: readonly string[]): DraftItem[] {
  const items = [...draft.getMap('items').entries()].flatMap(([id, value]) => {
    const item = readItem(id, value)
    return item === null || isRemoved(value as Y.Map<unknown>, item.text) ? [] : [item]
  })
  const place = new Map(sections.map((section, index) => [section, index]))
  const sectionOf = ({ section }: DraftItem): number => place.get(section) ?? sections.length
  return items.sort((one, other) => sectionOf(one) - sectionOf(other) || compareRank(one, other))
}

/** Gives one item, removed or not; null where there is none of this id. */
export function findDraftItem(draft: Y.Doc, id: string): DraftItem | null {
  return readItem(id, draft.getMap('items').get(id))
}

/** Gives the words of an item, one line of text for each block. */
export function itemWords(item: DraftItem): string {
  return renderBlocks(item.text).map(blockText).join('\n')
}

/** Gives what `gone` is set to when an item is removed: any other text brings the item back (DR1). */
export function itemHash(item: DraftItem): string {
  return textHash(itemWords(item))
}

function isRemoved(entry: Y.Map<unknown>, text: Y.Text): boolean {
  const gone = entry.get('gone')
  return typeof gone === 'string' && gone === textHash(renderBlocks(text).map(blockText).join('\n'))
}

function readItem(id: string, value: unknown): DraftItem | null {
  if (!(value instanceof Y.Map)) return null
  const text = value.get('text')
  const type = ITEM_TYPES.find((known) => known === value.get('type'))
  const section = value.get('section')
  const rank = value.get('rank')
  if (!(text instanceof Y.Text) || type === undefined) return null
  return { id, type, section: String(section), rank: String(rank), text }
}

// Ranks are compared as code units (fractional-indexing), never by a language's order. Ids settle what two servers
// could give the same rank.
function compareRank(one: DraftItem, other: DraftItem): number {
  if (one.rank !== other.rank) return one.rank < other.rank ? -1 : 1
  return one.id < other.id ? -1 : 1
}
