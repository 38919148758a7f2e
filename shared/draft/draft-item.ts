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
  /** The recommendation that it is an alternative of (AD2); its section and place are that one's. Null: of none. */
  readonly alternativeOf: string | null
  /** How its text read when it was last removed, as {@link itemHash}; null: it never was, or was restored. */
  readonly gone: string | null
  /** Flat text. */
  readonly text: Y.Text
}

/**
 * Gives the items of a draft that are to be shown: sections in the given order (others last), then by rank; alternatives
 * stand behind the item that they are versions of, and stay where it stood when it leaves the draft. An item that was
 * removed is not among them, unless somebody has changed its text since (DR1).
 */
export function readItems(draft: Y.Doc, sections: readonly string[]): DraftItem[] {
  const shown = [...draft.getMap('items').entries()].flatMap(([id, value]) => {
    const item = readItem(id, value)
    return item === null || isRemoved(item) ? [] : [{ item, head: headOf(draft, item) }]
  })
  const place = new Map(sections.map((section, index) => [section, index]))
  const sectionOf = ({ section }: DraftItem): number => place.get(section) ?? sections.length
  return shown
    .sort((one, other) => {
      if (one.head.id !== other.head.id)
        return sectionOf(one.head) - sectionOf(other.head) || compareRank(one.head, other.head)
      if (one.item === one.head || other.item === other.head) return one.item === one.head ? -1 : 1
      return compareRank(one.item, other.item)
    })
    .map(({ item, head }) => {
      if (item === head) return item.alternativeOf === null ? item : { ...item, alternativeOf: null }
      return { ...item, section: head.section }
    })
}

/** Gives the item that says where one stands: itself, or what it is an alternative of, removed or not. */
export function headOf(draft: Y.Doc, item: DraftItem): DraftItem {
  if (item.alternativeOf === null || item.type !== 'recommendation') return item
  const head = findDraftItem(draft, item.alternativeOf)
  return head === null || head.alternativeOf !== null || head.type !== 'recommendation' ? item : head
}

/** Gives one item, removed or not; null where there is none of this id. */
export function findDraftItem(draft: Y.Doc, id: string): DraftItem | null {
  return readItem(id, draft.getMap('items').get(id))
}

/** Tells whether an item is there and was taken out of the draft. */
export function isItemRemoved(draft: Y.Doc, id: string): boolean {
  const item = findDraftItem(draft, id)
  return item !== null && isRemoved(item)
}

/** Gives the words of an item, one line of text for each block. */
export function itemWords(item: DraftItem): string {
  return renderBlocks(item.text).map(blockText).join('\n')
}

/** Gives what `gone` is set to when an item is removed: any other text brings the item back (DR1). */
export function itemHash(item: DraftItem): string {
  return textHash(itemWords(item))
}

function isRemoved(item: DraftItem): boolean {
  return item.gone !== null && item.gone === itemHash(item)
}

function readItem(id: string, value: unknown): DraftItem | null {
  if (!(value instanceof Y.Map)) return null
  const text = value.get('text')
  const type = ITEM_TYPES.find((known) => known === value.get('type'))
  const section = value.get('section')
  const rank = value.get('rank')
  if (!(text instanceof Y.Text) || type === undefined) return null
  const of = value.get('alternativeOf')
  const alternativeOf = typeof of === 'string' && of !== id ? of : null
  const wasGone = value.get('gone')
  const gone = typeof wasGone === 'string' ? wasGone : null
  return { id, type, section: String(section), rank: String(rank), alternativeOf, gone, text }
}

// Ranks are compared as code units (fractional-indexing), never by a language's order. Ids settle what two servers
// could give the same rank.
function compareRank(one: DraftItem, other: DraftItem): number {
  if (one.rank !== other.rank) return one.rank < other.rank ? -1 : 1
  return one.id < other.id ? -1 : 1
}
