import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_COMMENT } from '../../shared/threads/thread-facts.ts'
import { type Name, ThreadServer, told } from './testing/thread-server.ts'

const world = new ThreadServer()
const THREADS = '/meetings/m1/threads'
let ids = 0
const newId = (): string => `id${++ids}`

beforeAll(() => world.start(), 60_000)
afterAll(() => world.close())

/** Opens a thread on the meeting; gives its id and its comment's. */
async function opened(by: Name, internal = false): Promise<{ id: string; comment: string; room: string }> {
  const [id, comment] = [newId(), newId()]
  const body = { id, subject: { on: 'meeting' }, internal, comment: { id: comment, parts: ['Words.'] } }
  const answer = await world.as(by).post(THREADS, body)
  expect(answer.status).toBe(200)
  return { id, comment, room: internal ? 'drafting' : 'ledger' }
}

async function subjectOn(room: string): Promise<unknown> {
  if (room === 'meeting') return { on: 'meeting' }
  if (room === 'item') return { on: 'item', item: 'i1', passage: null }
  return { on: 'notes', topic: room, passage: await world.passage(`notes/${room}`, 'money') }
}

describe('[TH1] a thread', () => {
  it.each<[string, boolean, string]>([
    ['t1', false, 'notes/t1'],
    ['t2', false, 'notes/t2'],
    ['item', false, 'ledger'],
    ['meeting', false, 'ledger'],
    ['t1', true, 'drafting'],
    ['meeting', true, 'drafting'],
  ])('on %s, internal: %s, is kept in %s', async (on, internal, room) => {
    const id = newId()
    const subject = await subjectOn(on)
    const body = { id, subject, internal, comment: { id: newId(), parts: ['Why?'] } }
    expect(await world.as('ann').post(THREADS, body)).toEqual({ status: 200, body: { room } })
    const thread = (await world.threads('ann')).find((each) => each.id === id)
    expect(thread).toMatchObject({ room, fact: { by: 'ann', resolved: null }, detached: false })
    expect(thread?.comments).toMatchObject([{ fact: { by: 'ann', parts: ['Why?'], thread: id } }])
  })

  it('on a passage of an item says where it stands', async () => {
    const id = newId()
    const passage = await world.passage('draft', 'fund')
    const subject = { on: 'item', item: 'i1', passage }
    await world
      .as('paul')
      .post(THREADS, { id, subject, internal: false, comment: { id: newId(), parts: ['How?'] } })
    const thread = (await world.threads('olga')).find((each) => each.id === id)
    expect(thread?.place).toMatchObject({ from: 14, to: 18, byQuote: false })
    expect(thread?.fact.subject).toEqual(subject)
  })

  it('[TH2] is answered, edited, deleted, resolved and opened again', async () => {
    const { id, comment, room } = await opened('paul')
    const reply = newId()
    const at = `${THREADS}/${id}`
    await world.as('ann').post(`${at}/comments`, { room, id: reply, parts: ['No, ', 'why? '] })
    await world
      .as('ann')
      .patch(`${at}/comments/${reply}`, { room, parts: [{ of: 'member', id: 'paul' }, ' Yes.'] })
    await world.as('paul').delete(`${at}/comments/${comment}?room=${room}`)
    await world.as('paul').patch(at, { room, resolved: true })
    const thread = (await world.threads('olga')).find((each) => each.id === id)
    expect(thread?.fact.resolved).toMatchObject({ by: 'paul' })
    expect(thread?.comments.map(({ fact }) => fact)).toMatchObject([
      { by: 'paul', parts: [], deleted: expect.any(Number), edited: null },
      { by: 'ann', parts: [{ of: 'member', id: 'paul' }, ' Yes.'], edited: expect.any(Number) },
    ])
    await world.as('eve').patch(at, { room, resolved: false })
    expect((await world.threads('olga')).find((each) => each.id === id)?.fact.resolved).toBeNull()
  })

  it('[TH2] what is done already is no fault', async () => {
    const { id, comment, room } = await opened('paul')
    const at = `${THREADS}/${id}`
    for (const resolved of [true, true, false, false])
      expect(told(await world.as('ann').patch(at, { room, resolved }))).toBe('200')
    for (let time = 0; time < 2; time++)
      expect(told(await world.as('paul').delete(`${at}/comments/${comment}?room=${room}`))).toBe('200')
    const edit = await world.as('paul').patch(`${at}/comments/${comment}`, { room, parts: ['Late.'] })
    expect(told(edit)).toBe('409 conflict')
  })
})

describe('[TH2] by role', () => {
  it.each<[Name, string, boolean, string]>([
    ['paul', 't1', false, '200'],
    ['paul', 't3', false, '200'],
    ['paul', 'meeting', false, '200'],
    ['paul', 't2', false, '403 forbidden'],
    ['paul', 't1', true, '403 forbidden'],
    ['olga', 't1', false, '403 forbidden'],
    ['olga', 'meeting', false, '403 forbidden'],
    ['olga', 'item', true, '403 forbidden'],
    ['eve', 't2', false, '200'],
    ['ann', 't3', true, '200'],
  ])('%s opens a thread on %s, internal: %s, and is told %s', async (by, on, internal, answer) => {
    const body = {
      id: newId(),
      subject: await subjectOn(on),
      internal,
      comment: { id: newId(), parts: ['Words.'] },
    }
    expect(told(await world.as(by).post(THREADS, body))).toBe(answer)
  })

  it.each<[Name, boolean, string, string]>([
    ['paul', false, '200', '200'],
    ['pia', false, '403 forbidden', '403 forbidden'],
    ['olga', false, '403 forbidden', '403 forbidden'],
    ['ann', false, '403 forbidden', '200'],
    ['eve', false, '403 forbidden', '200'],
    ['paul', true, '403 forbidden', '403 forbidden'],
    ['olga', true, '403 forbidden', '403 forbidden'],
    ['eve', true, '403 forbidden', '200'],
  ])(
    '%s, of paul’s thread or (internal: %s) ann’s: its comment is told %s, its resolution %s',
    async (by, internal, own, resolve) => {
      const { id, comment, room } = await opened(internal ? 'ann' : 'paul', internal)
      const at = `${THREADS}/${id}`
      const caller = world.as(by)
      expect(told(await caller.patch(`${at}/comments/${comment}`, { room, parts: ['Other.'] }))).toBe(own)
      expect(told(await caller.delete(`${at}/comments/${comment}?room=${room}`))).toBe(own)
      expect(told(await caller.patch(at, { room, resolved: true }))).toBe(resolve)
      const reply = await caller.post(`${at}/comments`, { room, id: newId(), parts: ['Reply.'] })
      expect(told(reply)).toBe(by === 'olga' || (internal && by === 'paul') ? '403 forbidden' : '200')
    },
  )

  it.each<[string, string, string]>([
    ['preparation', '403 forbidden', '403 forbidden'],
    ['draft-in-the-room', '200', '200'],
    // No round is open.
    ['comments', '403 forbidden', '200'],
    ['silence', '403 forbidden', '403 forbidden'],
    ['archived', '403 forbidden', '403 forbidden'],
  ])('in the phase %s a comment is told %s, an internal one %s', async (phase, comment, internal) => {
    await world.as('eve').patch('/meetings/m1', { phase })
    for (const [isInternal, answer] of [
      [false, comment],
      [true, internal],
    ] as const) {
      const first = { id: newId(), parts: ['Words.'] }
      const body = { id: newId(), subject: { on: 'meeting' }, internal: isInternal, comment: first }
      expect(told(await world.as('ann').post(THREADS, body))).toBe(answer)
    }
    await world.as('eve').patch('/meetings/m1', { phase: 'in-session' })
  })
})

describe('[TH2] a mention', () => {
  it.each<[string, boolean, unknown, string]>([
    ['t1', false, { of: 'member', id: 'olga' }, '200'],
    ['t1', false, { of: 'mechanism', id: 'nld' }, '200'],
    ['t1', false, { of: 'member', id: 'nobody' }, '422 mention-unknown'],
    ['t1', false, { of: 'mechanism', id: 'xxx' }, '422 mention-unknown'],
    ['t1', false, { of: 'mechanism', id: '__proto__' }, '422 mention-unknown'],
    ['t3', false, { of: 'member', id: 'olga' }, '422 mention-closed'],
    ['t2', false, { of: 'member', id: 'paul' }, '422 mention-closed'],
    ['t1', true, { of: 'member', id: 'paul' }, '422 mention-closed'],
    ['t1', true, { of: 'member', id: 'eve' }, '200'],
  ])('on %s, internal: %s, of %j is told %s', async (on, internal, mention, answer) => {
    const comment = { id: newId(), parts: ['See ', mention] }
    const body = { id: newId(), subject: await subjectOn(on), internal, comment }
    expect(told(await world.as('ann').post(THREADS, body))).toBe(answer)
  })
})

describe('a body that is none says what is wrong with it', () => {
  it.each<[string, unknown, string]>([
    ['no words', [], 'a comment needs words'],
    ['spaces alone', [' \n ', ''], 'a comment needs words'],
    ['a control character', ['a\u0007b'], 'no control characters'],
    ['half a character', ['half \ud83d'], 'half a character'],
    ['too many characters', ['x'.repeat(MAX_COMMENT), 'x'], 'at most 10000 characters'],
    ['a mention of a topic', [{ of: 'topic', id: 't1' }], 'or a mention'],
    ['a mention that says more', [{ of: 'member', id: 'paul', name: 'x' }], 'Unrecognized key'],
    ['no list', 'words', 'array'],
  ])('%s', async (_, parts, message) => {
    const { id, room } = await opened('ann')
    const answer = await world.as('ann').post(`${THREADS}/${id}/comments`, { room, id: newId(), parts })
    expect(told(answer)).toBe('400 bad-request')
    expect(JSON.stringify(answer.body)).toContain(message)
  })

  it('also a room that holds no threads, and an id that is none', async () => {
    const { id } = await opened('ann')
    for (const room of ['draft', 'notes/', 'notes/t1/x', 'person/ann', 7])
      expect(told(await world.as('ann').patch(`${THREADS}/${id}`, { room, resolved: true }))).toBe(
        '400 bad-request',
      )
    expect(told(await world.as('ann').delete(`${THREADS}/${id}/comments/c`))).toBe('400 bad-request')
    expect(told(await world.as('ann').patch(`${THREADS}/a%2Fb`, { room: 'ledger', resolved: true }))).toBe(
      '404 not-found',
    )
  })

  it('parts are kept joined and trimmed', async () => {
    const { id, room } = await opened('ann')
    const parts = ['  A', '\tb\r\n', '', { of: 'mechanism', id: 'nld' }, 'c', ' ']
    await world.as('ann').post(`${THREADS}/${id}/comments`, { room, id: newId(), parts })
    const thread = (await world.threads('ann')).find((each) => each.id === id)
    expect(thread?.comments.at(-1)?.fact.parts).toEqual(['A b\n', { of: 'mechanism', id: 'nld' }, 'c'])
  })
})

it('what is not there is not found, in the room that was named', async () => {
  const { id, comment } = await opened('ann')
  const ann = world.as('ann')
  expect(told(await ann.patch(`${THREADS}/${id}`, { room: 'drafting', resolved: true }))).toBe(
    '404 not-found',
  )
  expect(told(await ann.patch(`${THREADS}/nothing`, { room: 'ledger', resolved: true }))).toBe(
    '404 not-found',
  )
  expect(told(await ann.patch(`${THREADS}/${id}`, { room: 'notes/t9', resolved: true }))).toBe(
    '404 not-found',
  )
  const other = await opened('ann')
  const at = `${THREADS}/${other.id}/comments/${comment}`
  expect(told(await ann.patch(at, { room: 'ledger', parts: ['x'] }))).toBe('404 not-found')
  const onItem = { on: 'item', item: 'i9', passage: null }
  const body = { id: newId(), subject: onItem, internal: false, comment: { id: newId(), parts: ['x'] } }
  expect(told(await ann.post(THREADS, body))).toBe('404 not-found')
})
