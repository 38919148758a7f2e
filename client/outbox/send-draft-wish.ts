import type { CombineResult, Combining } from '../../shared/merge/combination.ts'
import { ApiError } from '../api/api-error.ts'
import { del, patch, post } from '../api/request.ts'
import type { DraftWish } from './draft-wish.ts'

interface Options {
  readonly key: string
  readonly signal: AbortSignal
}

/** Asks the server for a wish, and gives its answer. Throws ApiError. */
export function sendDraftWish(meeting: string, wish: DraftWish, options: Options): Promise<unknown> {
  const home = `/api/meetings/${encodeURIComponent(meeting)}`
  const items = `${home}/items`
  const item = `${items}/${encodeURIComponent(wish.item)}`
  switch (wish.does) {
    case 'create': {
      const { type, target, of } = wish
      return post(items, { id: wish.item, type, ...target, alternativeOf: of }, options)
    }
    case 'alternative':
      return patch(`${item}/alternative`, { of: wish.of }, options)
    case 'brackets': {
      const { bracket, mechanism, asks } = wish
      return patch(`${item}/brackets/${encodeURIComponent(bracket)}`, { mechanism, asks }, options)
    }
    case 'move':
      return post(`${item}/move`, wish.target, options)
    case 'type':
      return post(`${item}/type`, { type: wish.type }, options)
    case 'remove':
      return del(item, options)
    case 'restore':
      return post(`${item}/restore`, {}, options)
    case 'split':
      return post(`${item}/split`, { before: wish.before, id: wish.second }, options)
    case 'combine':
      return combine(`${home}/combinations`, wish.combining, options)
    case 'apart':
      return post(`${home}/combinations/${wish.merge}/take-apart`, {}, options)
    case 'undo':
      return post(`${home}/merges/${wish.merge}/undo`, {}, options)
  }
}

/** That nothing was combined is an answer of its own: here it is a refusal, whose code says why. */
async function combine(path: string, combining: Combining, options: Options): Promise<CombineResult> {
  const result = await post<CombineResult>(path, combining, options)
  if (result.merge === null) throw new ApiError(result.again[0]?.why ?? 'conflict', '', '', 409)
  return result
}
