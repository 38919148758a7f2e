import { cpSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { firstItem } from '../../shared/text/items.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import type { ThreadPassage } from '../../shared/threads/thread-facts.ts'
import { TestCaller, TestServer } from '../testing/running.ts'
import { SyncClient } from '../testing/sync-client.ts'
import { ThreadServer, told, WORDS } from './testing/thread-server.ts'

const world = new ThreadServer()
const THREADS = '/meetings/m1/threads'
let ids = 0
const newId = (): string => `thread-or-comment-${++ids}`

beforeAll(() => world.start(), 60_000)
afterAll(() => world.close())

function bodyOn(topic: string, passage: ThreadPassage, internal = false) {
  const subject = { on: 'notes', topic, passage }
  return { id: newId(), subject, internal, comment: { id: newId(), parts: ['Secret remark.'] } }
}

async function passageOf(id: string): Promise<unknown> {
  const thread = (await world.threads('eve')).find((each) => each.id === id)
  const subject = thread?.fact.subject
  return subject?.on === 'notes' ? subject.passage : null
}

describe('[JR7] a command', () => {
  it('that is sent again under its key is carried out once, also when rights have gone meanwhile', async () => {
    const body = bodyOn('t1', await world.passage('notes/t1', 'money'))
    const paul = world.as('paul')
    const key = 'the-same-key-000001'
    expect(await paul.post(THREADS, body, key)).toEqual(await paul.post(THREADS, body, key))
    await world.as('eve').patch('/meetings/m1', { phase: 'adopted' })
    expect(told(await paul.post(THREADS, body, key))).toBe('200')
    await world.as('eve').patch('/meetings/m1', { phase: 'in-session' })
    expect((await world.threads('paul')).filter(({ id }) => id === body.id)).toHaveLength(1)
  })

  it('under a new key with an id that is taken is refused', async () => {
    const passage = await world.passage('notes/t1', 'money')
    const body = bodyOn('t1', passage)
    const paul = world.as('paul')
    await paul.post(THREADS, body)
    expect(told(await paul.post(THREADS, body))).toBe('409 id-taken')
    const other = bodyOn('t1', passage)
    expect(told(await paul.post(THREADS, { ...other, comment: body.comment }))).toBe('409 id-taken')
    const reply = { room: 'notes/t1', id: body.comment.id, parts: ['x'] }
    expect(told(await paul.post(`${THREADS}/${body.id}/comments`, reply))).toBe('409 id-taken')
  })

  it('from another site, or without a key, is refused', async () => {
    const cookie = world.as('paul').cookie
    const send = (origin: string) =>
      fetch(`${world.server.origin}/api${THREADS}`, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/json' },
        body: '{}',
      })
    expect((await send('https://evil.example')).status).toBe(403)
    expect((await send(world.server.origin)).status).toBe(400)
  })
})

it('[TH1] two first comments at once on one passage are two threads, two at once in a thread two comments', async () => {
  const passage = await world.passage('notes/t1', 'staff')
  const [one, other] = [bodyOn('t1', passage), bodyOn('t1', passage)]
  const opened = [world.as('paul').post(THREADS, one), world.as('pia').post(THREADS, other)]
  expect((await Promise.all(opened)).map(told)).toEqual(['200', '200'])
  const at = `${THREADS}/${one.id}/comments`
  const replies = (['paul', 'pia', 'ann', 'eve'] as const).map((by) =>
    world.as(by).post(at, { room: 'notes/t1', id: newId(), parts: [by] }),
  )
  expect((await Promise.all(replies)).map(told)).toEqual(['200', '200', '200', '200'])
  const threads = (await world.threads('olga')).filter(({ id }) => id === one.id || id === other.id)
  expect(threads.map(({ comments }) => comments.length).sort()).toEqual([1, 5])
})

describe('[TH1] a quote', () => {
  it('is the text’s own, whatever the client says', async () => {
    const passage = await world.passage('notes/t1', 'money')
    const body = bodyOn('t1', {
      ...passage,
      quote: 'We admit everything',
      before: 'The chair said: ',
      after: '!',
    })
    expect(told(await world.as('paul').post(THREADS, body))).toBe('200')
    expect(await passageOf(body.id)).toEqual(passage)
  })

  it('of words that were deleted meanwhile is none: they may have been withheld, and the thread is detached', async () => {
    await world.write('notes/t1', (doc) => doc.getText('text').insert(1, 'Gone soon. '))
    const passage = await world.passage('notes/t1', 'Gone soon. ')
    await world.write('notes/t1', (doc) => doc.getText('text').delete(1, 'Gone soon. '.length))
    const body = bodyOn('t1', passage)
    expect(told(await world.as('paul').post(THREADS, body))).toBe('200')
    expect(await passageOf(body.id)).toEqual({ anchor: passage.anchor, quote: '', before: '', after: '' })
    const thread = (await world.threads('paul')).find(({ id }) => id === body.id)
    expect(thread).toMatchObject({ place: null, detached: true })
  })

  it('of a marker alone, which has no words, is refused', async () => {
    const client = await world.open('notes/t1', 'paul')
    client.close()
    const { id } = firstItem(client.doc.getText('text')) as Y.Item
    const body = bodyOn('t1', {
      anchor: { start: id, end: id },
      quote: 'We admit all',
      before: '',
      after: '',
    })
    expect(told(await world.as('paul').post(THREADS, body))).toBe('400 bad-request')
  })

  it.each<[string, (passage: ThreadPassage) => ThreadPassage['anchor'], string]>([
    [
      'that nobody has typed yet',
      ({ anchor }) => ({ ...anchor, end: { client: 77, clock: 1 } }),
      '409 passage-unknown',
    ],
    [
      'that ends before it starts',
      ({ anchor: { start, end } }) => ({ start: end, end: start }),
      '400 bad-request',
    ],
    [
      'that names characters outside its ends',
      ({ anchor }) => ({ ...anchor, chars: [{ ...anchor.start, length: 99 }] }),
      '400 bad-request',
    ],
    [
      'that is no character',
      ({ anchor }) => ({ ...anchor, start: { client: -1, clock: 0 } }),
      '400 bad-request',
    ],
  ])('of an anchor %s is refused', async (_, forge, answer) => {
    const passage = await world.passage('notes/t1', 'money')
    const body = bodyOn('t1', { ...passage, anchor: forge(passage) })
    expect(told(await world.as('paul').post(THREADS, body))).toBe(answer)
  })

  it('of one topic is none of another', async () => {
    const body = bodyOn('t3', await world.passage('notes/t1', 'money'))
    expect(told(await world.as('paul').post(THREADS, body))).toMatch(/409 passage-unknown|400 bad-request/)
  })

  it('stays on its words while others write around them', async () => {
    const body = bodyOn('t1', await world.passage('notes/t1', 'money and'))
    await world.as('paul').post(THREADS, body)
    await world.write('notes/t1', (doc) => doc.getText('text').insert(1, 'More: '))
    const thread = (await world.threads('olga')).find(({ id }) => id === body.id)
    const reader = await world.open('notes/t1', 'olga')
    const [block] = renderBlocks(reader.doc.getText('text'))
    const from = 'More: '.length + WORDS.indexOf('money')
    expect(thread?.place).toEqual({ block: block?.id, from, to: from + 9, byQuote: false })
  })
})

describe('a thread on notes that not all may open', () => {
  it.each<[string, boolean, 'paul' | 'olga', string]>([
    ['t2', false, 'paul', 'notes/t2'],
    ['t2', false, 'olga', 'notes/t2'],
    ['t3', false, 'olga', 'notes/t3'],
    ['t1', true, 'paul', 'drafting'],
  ])(
    'on %s, internal: %s, reaches %s neither by HTTP nor on a socket',
    async (topic, internal, who, room) => {
      const body = bodyOn(topic, await world.passage(`notes/${topic}`, 'money'), internal)
      expect(told(await world.as('ann').post(THREADS, body))).toBe('200')
      const { body: read } = await world.as(who).get(THREADS)
      expect(JSON.stringify(read)).not.toContain(body.id)
      const ledger = await world.open('ledger', who)
      const state = Buffer.from(Y.encodeStateAsUpdate(ledger.doc)).toString('latin1')
      for (const secret of [body.id, 'Secret remark.', 'money']) expect(state).not.toContain(secret)
      const client = new SyncClient(world.server.origin, world.as(who), `m/m1/${room}`)
      await expect.poll(() => client.closedWith).toBe(4403)
      expect([...client.doc.store.clients]).toEqual([])
      const reply = { room, id: newId(), parts: ['x'] }
      expect(told(await world.as(who).post(`${THREADS}/${body.id}/comments`, reply))).toBe('403 forbidden')
    },
  )

  it('is told live to those who may', async () => {
    const reader = await world.open('notes/t2', 'eve')
    const body = bodyOn('t2', await world.passage('notes/t2', 'money'))
    await world.as('ann').post(THREADS, body)
    await expect.poll(() => reader.doc.getMap('threads').has(body.id)).toBe(true)
    expect(reader.doc.getMap('comments').get(body.comment.id)).toMatchObject({ by: 'ann', thread: body.id })
  })
})

it('[SY1] an answered comment is on the disk: it stands on a server that starts from what was there at that moment', async () => {
  const body = bodyOn('t2', await world.passage('notes/t2', 'money'))
  expect(told(await world.as('ann').post(THREADS, body))).toBe('200')
  const before = await world.threads('eve')
  const other = new TestServer({ SAMPLE: 'off' })
  cpSync(world.server.dataDir, other.dataDir, { recursive: true })
  await other.start()
  const eve = new TestCaller(() => other.origin, world.as('eve').cookie)
  expect((await eve.get(THREADS)).body).toEqual({ threads: before })
  await other.close()
})
