import { afterEach, expect, it, vi } from 'vitest'
import { sendWish } from './send-wish.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('[TH3] a wish is given up after half a minute without an answer, to be asked again', async () => {
  const giveUp = new AbortController()
  const limit = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(giveUp.signal)
  const fetched = vi.fn(async (_path: string, _request: RequestInit): Promise<Response> => {
    giveUp.abort()
    throw new DOMException('', 'TimeoutError')
  })
  vi.stubGlobal('fetch', fetched)
  const wish = { does: 'resolve', thread: 't', room: 'ledger', resolved: true } as const
  await expect(sendWish('m', wish, 'key')).rejects.toMatchObject({ code: 'offline', status: 0 })
  expect(limit).toHaveBeenCalledWith(30_000)
  expect(fetched).toHaveBeenCalledTimes(1)
})
