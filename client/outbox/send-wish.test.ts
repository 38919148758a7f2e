import { afterEach, expect, it, vi } from 'vitest'
import { sendWish } from './send-wish.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const wish = { does: 'resolve', thread: 't', room: 'ledger', resolved: true } as const

function fetches(meanwhile: () => void) {
  const fetched = vi.fn(async (_path: string, _request: RequestInit): Promise<Response> => {
    meanwhile()
    throw new DOMException('', 'TimeoutError')
  })
  vi.stubGlobal('fetch', fetched)
  return fetched
}

it('[TH3] a wish is given up after half a minute without an answer, to be asked again', async () => {
  const giveUp = new AbortController()
  const limit = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(giveUp.signal)
  const fetched = fetches(() => giveUp.abort())
  const { signal } = new AbortController()
  await expect(sendWish('m', wish, { key: 'key', signal })).rejects.toMatchObject({
    code: 'offline',
    status: 0,
  })
  expect(limit).toHaveBeenCalledWith(30_000)
  expect(fetched).toHaveBeenCalledTimes(1)
})

it('[DR1] a wish that is taken out is not asked for again', async () => {
  const taken = new AbortController()
  const fetched = fetches(() => taken.abort())
  await expect(sendWish('m', wish, { key: 'key', signal: taken.signal })).rejects.toMatchObject({ status: 0 })
  expect(fetched).toHaveBeenCalledTimes(1)
})
