import { sendDraftWish } from './send-draft-wish.ts'
import { sendThreadWish } from './send-thread-wish.ts'
import { isThreadWish, type Wish } from './wish.ts'

/** A network that swallows packets answers nothing. Asking again does it once, so nobody need wait for it. */
const GIVEN_UP_MS = 30_000

/** Asks the server for a wish, and gives its answer; until `signal` says that it is given up. Throws ApiError. */
export function sendWish(
  meeting: string,
  wish: Wish,
  { key, signal }: { readonly key: string; readonly signal: AbortSignal },
): Promise<unknown> {
  const giveUp = new AbortController()
  for (const each of [signal, AbortSignal.timeout(GIVEN_UP_MS)])
    each.addEventListener('abort', () => giveUp.abort(each.reason), { once: true })
  const options = { key, signal: giveUp.signal }
  return isThreadWish(wish) ? sendThreadWish(meeting, wish, options) : sendDraftWish(meeting, wish, options)
}
