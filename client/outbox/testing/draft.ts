import * as Y from 'yjs'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import type { DraftWish } from '../draft-wish.ts'

const text = new Y.Text()

/** A recommendation of the draft. */
export function item(id: string, rank: string, section = 't1'): DraftItem {
  return { id, type: 'recommendation', section, rank, alternativeOf: null, gone: null, text }
}

/** A wish that an item stands behind another one. */
export function moves(id: string, after: string | null, section = 't1'): DraftWish {
  return { does: 'move', item: id, target: { section, after } }
}

/** A wish for a new recommendation. */
export function makes(id: string, after: string | null, of: string | null = null): DraftWish {
  return { does: 'create', item: id, type: 'recommendation', target: { section: 't1', after }, of }
}
