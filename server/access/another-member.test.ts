import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { type TestCaller, TestServer } from '../testing/running.ts'
import { SyncClient } from '../testing/sync-client.ts'

const ROOM = 'm/berlin-2013/notes/t2'
const server = new TestServer()
let chair: TestCaller

beforeAll(async () => {
  await server.start()
  chair = await server.signIn(server.chairLink)
})
afterAll(() => server.close())

function send(as: string | null): Promise<Response> {
  return fetch(`${server.origin}/api/meetings/berlin-2013/items`, {
    method: 'POST',
    headers: {
      cookie: chair.cookie,
      origin: server.origin,
      'content-type': 'application/json',
      'idempotency-key': chair.newKey(),
      ...(as !== null && { 'minuta-member': as }),
    },
    body: JSON.stringify({ id: `item-${as}`, type: 'recommendation', section: 't2', after: null }),
  })
}

describe('a page whose browser is signed in as somebody else by now', () => {
  it('has no command carried out under the other’s name', async () => {
    const { body } = await chair.get('/me')
    const mine = (body as { me: { member: { id: string } }[] }).me[0]?.member.id ?? ''
    const answers = await Promise.all([send('l-moreau'), send(mine), send(null)])
    expect(answers.map(({ status }) => status)).toEqual([401, 200, 200])
    expect(await answers[0]?.json()).toMatchObject({ error: { code: 'signed-out' } })
  })

  it('[SY3] has its words neither taken nor bound to the other: they stay on the device', async () => {
    const doc = new Y.Doc()
    const page = new SyncClient(server.origin, chair, ROOM, doc, { member: 'l-moreau' })
    await vi.waitFor(() => expect(page.closedWith).toBe(4401))
    expect([page.refused.map(({ code }) => code), page.hellos]).toEqual([['signed-out'], []])
    // The clientID is still free for whoever typed under it.
    const moreau = await server.signInMember(chair, 'l-moreau')
    const again = new SyncClient(server.origin, moreau, ROOM, doc, { member: 'l-moreau' })
    await again.synced
    expect(again.hellos).toMatchObject([{ member: 'l-moreau', clientID: doc.clientID }])
    again.close()
  })
})
