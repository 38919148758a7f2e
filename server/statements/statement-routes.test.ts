import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorBody } from '../../shared/errors/errors.ts'
import { MAX_STATEMENT_BYTES } from '../../shared/statements/statement.ts'
import { SIGN_IN_COOKIE } from '../access/caller.ts'
import { createApp } from '../http/create-app.ts'
import { createLogger } from '../log/logger.ts'
import { Registry } from '../registry/registry.ts'
import { testMeeting, testMember } from '../registry/testing/meeting.ts'
import { StatementReader } from './statement-reader.ts'
import { statementRoutes } from './statement-routes.ts'
import { inShort } from './testing/in-short.ts'
import { makeDocx, paragraph } from './testing/make-docx.ts'
import { UnreadableFile } from './unreadable-file.ts'

const WORKER = new URL('statement-worker.ts', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'minuta-statements-'))
const members = [
  testMember('chair', { role: 'chair' }),
  testMember('noting', { role: 'rapporteur', topics: ['t1'] }),
  testMember('elsewhere', { role: 'rapporteur', topics: [] }),
  testMember('participant', { role: 'participant' }),
]
const cookies = new Map<string, string>()
let server: Server
let origin = ''

beforeAll(async () => {
  const registry = await Registry.open(folder)
  await registry.addMeeting('m1', testMeeting({ phase: 'in-session' }), members)
  for (const { id } of members) {
    const token = await registry.invite('m1', id, { uses: 1, ends: 2, now: 1 })
    const signedIn = await registry.signIn({ token, now: 1 })
    if (typeof signedIn === 'string') throw new Error(signedIn)
    cookies.set(id, `${SIGN_IN_COOKIE}=${signedIn.signIn}`)
  }
  const api = statementRoutes({ registry, publicUrl: undefined, statements: new StatementReader(WORKER) })
  const log = createLogger('error', () => {})
  server = createServer(createApp({ config: { trustProxy: false }, log, api, clientFolder: folder }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Sending {
  readonly who?: string
  readonly topic?: string
  readonly query?: string
  readonly from?: string
  readonly type?: string
}

async function send(body: Uint8Array, sending: Sending = {}): Promise<{ status: number; body: unknown }> {
  const { who = 'noting', topic = 't1', query = '?name=a.docx', from = origin } = sending
  const { type = 'application/octet-stream' } = sending
  const response = await fetch(`${origin}/api/meetings/m1/topics/${topic}/statements${query}`, {
    method: 'POST',
    headers: { cookie: cookies.get(who) ?? '', origin: from, 'content-type': type },
    body: Buffer.from(body),
  })
  return { status: response.status, body: await response.json() }
}

const codeOf = ({ body }: { body: unknown }): string => (body as ErrorBody).error.code
const STATEMENT = makeDocx(paragraph('4. Ratify the Protocol.'))

describe('[EX7] the route that reads statements', () => {
  it.each(['noting', 'chair'])('gives the paragraphs to whoever writes the notes: %s', async (who) => {
    const { status, body } = await send(STATEMENT, { who })
    expect(status).toBe(200)
    expect(body).toEqual({
      blocks: [{ type: 'paragraph', number: '4.', runs: [{ text: 'Ratify the Protocol.' }] }],
      left: [],
    })
  })

  it.each<[string, number, string, Sending]>([
    ['a rapporteur of other topics', 403, 'forbidden', { who: 'elsewhere' }],
    ['a participant', 403, 'forbidden', { who: 'participant' }],
    ['nobody who is signed in', 401, 'signed-out', { who: 'stranger' }],
    ['another site', 403, 'origin-refused', { from: 'https://evil.example' }],
    ['a topic that is not there', 404, 'not-found', { topic: 't9' }],
    ['a file without a name', 400, 'bad-request', { query: '' }],
    ['a file that calls itself JSON', 400, 'bad-request', { type: 'application/json' }],
  ])('refuses %s with %i', async (_, status, code, sending) => {
    const answer = await send(STATEMENT, sending)
    expect([answer.status, codeOf(answer)]).toEqual([status, code])
  })

  it('takes 5 MB, and says so to more', async () => {
    const answer = await send(new Uint8Array(MAX_STATEMENT_BYTES + 1))
    expect([answer.status, codeOf(answer)]).toEqual([413, 'too-large'])
    expect((answer.body as ErrorBody).error.message).toContain('5 MB')
  })

  it('refuses those without rights before it takes their bytes in', async () => {
    expect(codeOf(await send(new Uint8Array(MAX_STATEMENT_BYTES + 1), { who: 'participant' }))).toBe(
      'forbidden',
    )
  })

  it('says why a file can’t be read', async () => {
    const answer = await send(zipSync({ 'a.xml': new Uint8Array(30_000_000) }))
    expect(answer.status).toBe(422)
    expect((answer.body as ErrorBody).error).toMatchObject({
      code: 'unreadable-file',
      detail: { reason: 'too-much' },
    })
  })
})

describe('the threads that read statements', () => {
  it('[EX7] one that takes too long is stopped', async () => {
    const reader = new StatementReader(WORKER, 1)
    await expect(reader.read(STATEMENT, 'a.docx')).rejects.toEqual(new UnreadableFile('too-slow'))
  })

  it('[EX7] files past those that may wait are refused, and all others are read', async () => {
    const reader = new StatementReader(WORKER)
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => reader.read(STATEMENT, 'a.docx')))
    const read = asked.filter(({ status }) => status === 'fulfilled')
    expect(read).toHaveLength(14)
    expect(asked.filter((each) => each.status === 'rejected').map(({ reason }) => reason.code)).toEqual(
      Array.from({ length: 6 }, () => 'too-many'),
    )
    // Fourteen threads are started, each when another has ended.
  }, 60_000)

  it('one whose sender has gone is stopped, and the next has its turn', async () => {
    const reader = new StatementReader(WORKER)
    const gone = new AbortController()
    const broken = reader.read(STATEMENT, 'a.docx', gone.signal)
    gone.abort()
    await expect(broken).rejects.toMatchObject({ code: 'bad-request' })
    expect(inShort(await reader.read(STATEMENT, 'a.docx'))).toEqual(['4. Ratify the Protocol.'])
  })
})
