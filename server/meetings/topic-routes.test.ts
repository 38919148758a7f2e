import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestCaller, TestServer } from '../testing/running.ts'
import { SyncClient } from '../testing/sync-client.ts'

const server = new TestServer()
const T1 = '/meetings/berlin-2013/topics/t1'
const NOTES = 'm/berlin-2013/notes/t1'
let chair: TestCaller
let rapporteur: TestCaller
let observer: TestCaller

beforeAll(async () => {
  await server.start()
  chair = await server.signIn(server.chairLink)
  rapporteur = await server.signInMember(chair, 'l-moreau')
  observer = await server.signInMember(chair, 's-petrov')
  await chair.patch('/meetings/berlin-2013/members/s-petrov', { role: 'observer' })
}, 60_000)

afterAll(() => server.close())

describe('who may open a topic’s notes', () => {
  it('[SY9] is decided by the chair, and open sockets that may not any more are closed at once', async () => {
    const watching = new SyncClient(server.origin, observer, NOTES)
    const writing = new SyncClient(server.origin, rapporteur, NOTES)
    await Promise.all([watching.synced, writing.synced])
    expect((await chair.patch(T1, { readers: 'members', cap: 'region' })).status).toBe(200)
    await expect.poll(() => watching.closedWith, { timeout: 10_000 }).toBe(4403)
    expect(writing.closedWith).toBeNull()
    writing.close()

    const again = new SyncClient(server.origin, observer, NOTES)
    await expect.poll(() => again.closedWith, { timeout: 10_000 }).toBe(4403)
    expect(again.doc.getText('text').length).toBe(0)

    const ledger = new SyncClient(server.origin, observer, 'm/berlin-2013/ledger')
    await ledger.synced
    const topic = (): unknown => ledger.doc.getMap('topics').get('t1')
    await expect.poll(topic, { timeout: 10_000 }).toMatchObject({ readers: 'members', cap: 'region' })
    ledger.close()
    await chair.patch(T1, { readers: 'all', cap: 'named' })
    const opened = new SyncClient(server.origin, observer, NOTES)
    await opened.synced
    opened.close()
  })

  it.each<[string, () => TestCaller, string, object, number]>([
    ['a rapporteur may not', () => rapporteur, T1, { readers: 'all' }, 403],
    ['an observer may not', () => observer, T1, { cap: 'named' }, 403],
    ['an unknown topic', () => chair, '/meetings/berlin-2013/topics/t99', { readers: 'all' }, 404],
    ['nothing to change', () => chair, T1, {}, 400],
    ['readers that are none', () => chair, T1, { readers: 'friends' }, 400],
    ['a cap that is none', () => chair, T1, { cap: 'secret' }, 400],
    ['something else', () => chair, T1, { title: 'Other' }, 400],
  ])('%s', async (_, caller, path, body, status) => {
    expect((await caller().patch(path, body)).status).toBe(status)
  })
})
