import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type TestCaller, TestServer } from '../testing/running.ts'
import { SyncClient } from '../testing/sync-client.ts'
import { CLOSE } from './close-codes.ts'

const server = new TestServer()
const ROOM = 'm/berlin-2013/notes/t2'
const LONG = Array.from({ length: 200 }, (_, at) => `word${at}`).join(' ')
const POLL = { timeout: 5000, interval: 10 }

let chair: TestCaller

beforeAll(async () => {
  await server.start()
  chair = await server.signIn(server.chairLink)
})

afterAll(() => server.close())

it('[SY8] an answer that wipes the text is refused until a hello agrees to what was named', async () => {
  const other = new SyncClient(server.origin, await server.signInMember(chair, 'l-moreau'), ROOM)
  await other.synced
  other.type(LONG)
  await expect.poll(() => other.stored, POLL).toBeGreaterThan(1)
  const standing = (): string => other.doc.getText('text').toString()
  const before = standing()

  const doc = new Y.Doc()
  const first = new SyncClient(server.origin, chair, ROOM, doc)
  await first.synced
  first.close()
  await expect.poll(() => first.closedWith, POLL).not.toBeNull()
  doc.transact(() => {
    const text = doc.getText('text')
    let at = 0
    // Characters alone: markers and ends stay.
    for (const { insert } of text.toDelta() as { insert: unknown }[]) {
      if (typeof insert === 'string') text.delete(at, insert.length)
      else at++
    }
  })
  expect(doc.getText('text').toString()).toBe('')

  const back = new SyncClient(server.origin, chair, ROOM, doc)
  await expect.poll(() => back.closedWith, POLL).toBe(CLOSE.refused)
  const [refused] = back.refused
  expect(refused).toMatchObject({ code: 'wipe', hint: expect.stringContaining('most of the text') })
  const { removed, of } = refused?.wipe ?? { removed: 0, of: 0 }
  expect([removed, of]).toEqual([of, expect.any(Number)])
  expect(removed).toBeGreaterThan(1000)
  expect(standing()).toBe(before)

  const less = new SyncClient(server.origin, chair, ROOM, doc, { agreed: removed - 1 })
  await expect.poll(() => less.closedWith, POLL).toBe(CLOSE.refused)
  expect(standing()).toBe(before)

  const agreed = new SyncClient(server.origin, chair, ROOM, doc, { agreed: removed })
  await expect.poll(standing, POLL).toBe('')
  await expect.poll(() => agreed.stored, POLL).toBeGreaterThan(0)
  expect(agreed.closedWith).toBeNull()
})

it('[SY8] what is deleted while connected goes at once', async () => {
  const room = 'm/berlin-2013/notes/t4'
  const [one, two] = [0, 1].map(() => new SyncClient(server.origin, chair, room)) as [SyncClient, SyncClient]
  await Promise.all([one.synced, two.synced])
  one.type(LONG)
  await expect.poll(() => two.doc.getText('text').toString(), POLL).toContain(LONG)
  two.doc.getText('text').delete(1, LONG.length)
  await expect.poll(() => one.doc.getText('text').toString(), POLL).not.toContain('word')
  expect(two.refused).toEqual([])
})
