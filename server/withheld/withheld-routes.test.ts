import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { wordsHash } from '../../shared/notes/passage.ts'
import { blockText } from '../../shared/text/block.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { readWithheld } from '../../shared/withheld/withheld-in.ts'
import { type Name, ThreadServer, told } from '../threads/testing/thread-server.ts'

const world = new ThreadServer()
const AT = '/meetings/m1/topics/t1/withheld'
let ids = 0
const newId = (): string => `withheld-or-thread-${++ids}`

beforeAll(() => world.start(), 60_000)
afterAll(() => world.close())

async function lineOf(topic: string): Promise<{ id: string; text: string }> {
  const client = await world.open(`notes/${topic}`, 'eve')
  const [block] = renderBlocks(client.doc.getText('text'))
  client.close()
  if (block === undefined) throw new Error('There is no line.')
  return { id: block.id, text: blockText(block) }
}

async function flag(by: Name = 'eve') {
  const line = await lineOf('t1')
  const id = newId()
  const body = { id, blocks: [line.id], reason: 'victims' }
  return { id, line, answer: await world.as(by).post(AT, body) }
}

/** All that a room sends to whoever opens it, as bytes read as text. */
async function sent(room: string, name: Name): Promise<string> {
  const client = await world.open(room, name)
  client.close()
  return Buffer.from(Y.encodeStateAsUpdate(client.doc)).toString('utf8')
}

describe('a sensitive passage', () => {
  it('is sent to nobody outside the drafting group, neither its words nor the quotes of its threads', async () => {
    const passage = await world.passage('notes/t1', 'money and staff')
    const thread = newId()
    await world.as('paul').post('/meetings/m1/threads', {
      id: thread,
      subject: { on: 'notes', topic: 't1', passage },
      internal: false,
      comment: { id: newId(), parts: ['Which?'] },
    })
    const watching = await world.open('notes/t1', 'olga')
    const before = await lineOf('t1')
    const { id, answer } = await flag()
    expect(answer).toEqual({ status: 200, body: { items: [] } })
    await vi.waitFor(() =>
      expect(blockText(renderBlocks(watching.doc.getText('text'))[0] as never)).toBe('\uFFFC'),
    )
    for (const name of ['olga', 'paul', 'eve'] as const)
      expect(await sent('notes/t1', name)).not.toMatch(/Shelters|money|staff/)
    expect(await sent('ledger', 'olga')).not.toMatch(/Shelters|money|staff/)
    expect(JSON.stringify(await world.threads('olga'))).not.toMatch(/Shelters|money|staff/)
    const drafting = await world.open('drafting', 'ann')
    expect(readWithheld(drafting.doc).get(id)).toMatchObject({ topic: 't1', reason: 'victims', by: 'eve' })
    drafting.close()

    expect(told(await world.as('eve').delete(`${AT}/${id}`))).toBe('200')
    expect(await lineOf('t1')).toEqual(before)
    const quote = (await world.threads('olga')).find((each) => each.id === thread)?.fact.subject
    expect(quote).toMatchObject({ passage: { quote: 'money and staff' } })
    watching.close()
  })

  it('leaves no word of it in quotes that reach into its line from the line before', async () => {
    const passage = await world.passage('notes/t3', 'money')
    const thread = newId()
    await world.as('paul').post('/meetings/m1/threads', {
      id: thread,
      subject: { on: 'notes', topic: 't3', passage },
      internal: false,
      comment: { id: newId(), parts: ['Which?'] },
    })
    const { text } = await lineOf('t3')
    const at = text.indexOf(passage.after)
    // Enter after the quoted word: what stood beside it is a line of its own.
    await world.write('notes/t3', (doc) => {
      const notes = doc.getText('text')
      notes.insertEmbed(1 + at, { t: 'end' })
      notes.insertEmbed(2 + at, new Y.Map([['id', 'cut-off']]))
    })
    const id = newId()
    const path = '/meetings/m1/topics/t3/withheld'
    const flagged = await world.as('eve').post(path, { id, blocks: ['cut-off'], reason: 'victims' })
    expect(told(flagged)).toBe('200')
    expect(await sent('notes/t3', 'paul')).not.toContain(passage.after.trim())
    expect(told(await world.as('eve').delete(`${path}/${id}`))).toBe('200')
    const { subject } = (await world.threads('paul')).find((each) => each.id === thread)?.fact ?? {}
    expect(subject).toMatchObject({ passage: { quote: 'money', after: passage.after } })
  })

  it('[SY3] goes back under whoever typed it', async () => {
    const authorship = async (): Promise<unknown> =>
      (await world.as('eve').get('/meetings/m1/rooms/notes%2Ft1/authorship')).body
    const { id } = await flag()
    await world.as('eve').delete(`${AT}/${id}`)
    expect(await authorship()).toMatchObject({
      delegations: expect.arrayContaining([expect.objectContaining({ author: 'eve', via: 'put-back:eve' })]),
    })
  })

  it('[JR7] a flag that is sent again under its key is one; put back twice, it is not found', async () => {
    const line = await lineOf('t1')
    const body = { id: newId(), blocks: [line.id], reason: 'other', words: 'A witness' }
    const key = 'the-same-key-000007'
    expect(told(await world.as('eve').post(AT, body, key))).toBe('200')
    expect(told(await world.as('eve').post(AT, body, key))).toBe('200')
    expect(told(await world.as('eve').post(AT, body))).toBe('409 id-taken')
    expect(told(await world.as('eve').delete(`${AT}/${body.id}`))).toBe('200')
    expect(told(await world.as('eve').delete(`${AT}/${body.id}`))).toBe('404 not-found')
  })

  it('flagged again with what came later is put back in the other order', async () => {
    const before = await lineOf('t1')
    const first = await flag()
    await world.write('notes/t1', (doc) => doc.getText('text').insert(1, 'Late. '))
    const second = await flag()
    expect(told(await world.as('eve').delete(`${AT}/${first.id}`))).toBe('409 conflict')
    expect(told(await world.as('eve').delete(`${AT}/${second.id}`))).toBe('200')
    expect(told(await world.as('eve').delete(`${AT}/${first.id}`))).toBe('200')
    expect((await lineOf('t1')).text).toBe(`Late. ${before.text}`)
  })
})

describe('by role', () => {
  it.each<[Name, string, string]>([
    ['eve', 't1', '200'],
    ['ann', 't1', '200'],
    // Not a topic of hers.
    ['ann', 't2', '403 forbidden'],
    ['paul', 't1', '403 forbidden'],
    ['olga', 't1', '403 forbidden'],
    ['eve', 't9', '404 not-found'],
  ])('%s flags a passage of %s and is told %s', async (by, topic, answer) => {
    const line = await lineOf('t1')
    const id = newId()
    const at = `/meetings/m1/topics/${topic}/withheld`
    expect(told(await world.as(by).post(at, { id, blocks: [line.id], reason: 'numbers' }))).toBe(answer)
    if (answer === '200') {
      for (const other of ['paul', 'olga'] as const)
        expect(told(await world.as(other).delete(`${at}/${id}`))).toBe('403 forbidden')
      expect(told(await world.as(by).delete(`${at}/${id}`))).toBe('200')
    }
  })
})

describe('a flag that cannot be says why', () => {
  it.each<[string, object, string]>([
    ['no lines', { blocks: [] }, '400 bad-request'],
    ['no reason', { reason: 'secret' }, '400 bad-request'],
    ['another reason without words', { reason: 'other', words: ' ' }, '400 bad-request'],
    ['a line that is not there', { blocks: ['nowhere'] }, '409 conflict'],
  ])('%s', async (_, change, answer) => {
    const line = await lineOf('t1')
    const body = { id: newId(), blocks: [line.id], reason: 'victims', ...change }
    expect(told(await world.as('eve').post(AT, body))).toBe(answer)
  })
})

it('corrections go with the words that they correct, and come back with them', async () => {
  await world.write('notes/t1', (doc) => {
    const [first] = doc.getText('text').toDelta() as { insert: Y.Map<string> }[]
    first?.insert.set('speaker', 'm:nld')
  })
  const client = await world.open('notes/t1', 'eve')
  const [block] = renderBlocks(client.doc.getText('text'))
  client.close()
  const text = 'Hostels lack everything.'
  const correction = {
    id: newId(),
    line: block?.id,
    mechanism: 'nld',
    hash: wordsHash(block ? [block] : []),
    text,
  }
  expect(told(await world.as('paul').post('/meetings/m1/topics/t1/corrections', correction))).toBe('200')
  expect(await sent('notes/t1', 'olga')).toMatch(/Hostels/)
  const { id, answer } = await flag()
  expect(told(answer)).toBe('200')
  for (const name of ['olga', 'paul'] as const) expect(await sent('notes/t1', name)).not.toMatch(/Hostels/)
  expect(told(await world.as('eve').delete(`${AT}/${id}`))).toBe('200')
  const back = await world.open('notes/t1', 'olga')
  expect(back.doc.getMap('corrections').get(correction.id)).toMatchObject({ text, state: 'open' })
  back.close()
  expect(await sent('drafting', 'eve')).not.toMatch(/Hostels/)
})
