import { afterEach, describe, expect, test, vi } from 'vitest'
import { ApiError } from './api-error.ts'
import { get, post } from './request.ts'

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status })
}

function answersWith(...answers: (Response | Error)[]) {
  const fetched = vi.fn((_path: string, _request: RequestInit) => {
    const next = answers.shift()
    return next instanceof Error || next === undefined ? Promise.reject(next) : Promise.resolve(next)
  })
  vi.stubGlobal('fetch', fetched)
  vi.useFakeTimers()
  return fetched
}

function keysOf(fetched: ReturnType<typeof answersWith>): (string | undefined)[] {
  return fetched.mock.calls.map(([, { headers }]) => (headers as Record<string, string>)['Idempotency-Key'])
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a command', () => {
  test('that got no answer is sent again under the same key', async () => {
    const fetched = answersWith(new TypeError('network'), answer(503, {}), answer(200, { merge: 1 }))
    const result = post('/api/x', {})
    await vi.runAllTimersAsync()
    expect(await result).toEqual({ merge: 1 })
    const [first, ...others] = keysOf(fetched)
    expect(first).toMatch(/^[\w-]{21}$/)
    expect(others).toEqual([first, first])
  })

  test('that was refused is not sent again', async () => {
    const fetched = answersWith(answer(403, { error: { code: 'forbidden', message: 'No.', hint: 'Ask.' } }))
    await expect(post('/api/x', {}, { key: 'k' })).rejects.toMatchObject({ code: 'forbidden', status: 403 })
    expect(keysOf(fetched)).toEqual(['k'])
  })

  test('gives up as offline when no answer comes', async () => {
    answersWith(new TypeError(), new TypeError(), new TypeError())
    const result = expect(post('/api/x')).rejects.toMatchObject({ code: 'offline', status: 0 })
    await vi.runAllTimersAsync()
    await result
  })
})

describe('a refusal', () => {
  test('keeps what else the answer says', async () => {
    answersWith(
      answer(410, { error: { code: 'invitation-ended', message: 'M', hint: 'H', detail: { endedAt: 5 } } }),
    )
    const error = await get('/api/x').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ code: 'invitation-ended', message: 'M', hint: 'H', detail: { endedAt: 5 } })
  })

  test('that is no JSON of ours is an internal one', async () => {
    answersWith(new Response('<html>', { status: 500 }))
    await expect(get('/api/x')).rejects.toMatchObject({ code: 'internal', status: 500 })
  })
})
