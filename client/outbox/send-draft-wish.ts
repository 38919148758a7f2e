import { del, patch, post } from '../api/request.ts'
import type { DraftWish } from './draft-wish.ts'

/** Asks the server for a wish, and gives its answer. Throws ApiError. */
export function sendDraftWish(
  meeting: string,
  wish: DraftWish,
  options: { readonly key: string; readonly signal: AbortSignal },
): Promise<unknown> {
  const items = `/api/meetings/${encodeURIComponent(meeting)}/items`
  const item = `${items}/${encodeURIComponent(wish.item)}`
  switch (wish.does) {
    case 'create': {
      const { type, target, of } = wish
      return post(items, { id: wish.item, type, ...target, alternativeOf: of }, options)
    }
    case 'alternative':
      return patch(`${item}/alternative`, { of: wish.of }, options)
    case 'move':
      return post(`${item}/move`, wish.target, options)
    case 'type':
      return post(`${item}/type`, { type: wish.type }, options)
    case 'remove':
      return del(item, options)
    case 'restore':
      return post(`${item}/restore`, {}, options)
  }
}
