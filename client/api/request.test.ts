import { afterEach, describe, expect, test, vi } from 'vitest'
import { ApiError } from './api-error.ts'
import { get, getFile, post } from './request.ts'

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

test('a command that is given up is not sent again', async () => {
  const giveUp = new AbortController()
  const fetched = answersWith(new TypeError(), new TypeError())
  giveUp.abort()
  await expect(post('/api/x', {}, { key: 'k', signal: giveUp.signal })).rejects.toMatchObject({ status: 0 })
  expect(fetched.mock.calls.map(([, { signal }]) => signal)).toEqual([giveUp.signal])
})

describe('an answer that cannot be read', () => {
  const cut = (): Response =>
    new Response(new ReadableStream({ start: (body) => body.error(new TypeError()) }))
  const page = (): Response => new Response('<html>Sign in to this network</html>', { status: 200 })

  test.each([
    ['cut after its headers', cut],
    ['a page of the network', page],
  ])('%s is no answer: the command is sent again under the same key', async (_title, unreadable) => {
    const fetched = answersWith(unreadable(), answer(200, { done: true }))
    const result = post('/api/x', {}, { key: 'k' })
    await vi.runAllTimersAsync()
    expect(await result).toEqual({ done: true })
    expect(keysOf(fetched)).toEqual(['k', 'k'])
  })

  test('leaves a reader offline', async () => {
    answersWith(page())
    await expect(get('/api/x')).rejects.toMatchObject({ code: 'offline', status: 0 })
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

describe('a file', () => {
  test.each([
    ['attachment; filename="Draft.docx"', 'Draft.docx'],
    [`attachment; filename="Projet.docx"; filename*=UTF-8''R%C3%A9union.docx`, 'Réunion.docx'],
    ['attachment', null],
  ])('is named by the server: %s', async (disposition, name) => {
    answersWith(new Response('bytes', { headers: { 'Content-Disposition': disposition } }))
    const given = await getFile('/api/x')
    expect(given.name).toBe(name)
    expect(await given.file.text()).toBe('bytes')
  })

  test('that is refused says why', async () => {
    answersWith(answer(403, { error: { code: 'forbidden', message: 'No.', hint: 'Ask.' } }))
    await expect(getFile('/api/x')).rejects.toMatchObject({ code: 'forbidden' })
  })
})
