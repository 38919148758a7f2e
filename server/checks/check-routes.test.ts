import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { wordsHash } from '../../shared/notes/passage.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { Registry } from '../registry/registry.ts'
import { testMeeting, testMember } from '../registry/testing/meeting.ts'
import { type Answer, type TestCaller, TestServer } from '../testing/running.ts'
import { SyncClient } from '../testing/sync-client.ts'
import type { ReadChecks } from './read-checks.ts'

const DAY_MS = 24 * 3600 * 1000
const TOPIC = '/meetings/m1/topics/t1'
const server = new TestServer({ SAMPLE: 'off' })
const callers = new Map<string, TestCaller>()
let ann: SyncClient
let line = ''

beforeAll(async () => {
  const registry = await Registry.open(server.dataDir)
  const meeting = testMeeting()
  const topics = {
    ...meeting.topics,
    t2: { ...meeting.topics['t1'], readers: 'drafting' },
  } as typeof meeting.topics
  const members = [
    testMember('ann'),
    testMember('kim', { role: 'participant', mechanism: 'nld' }),
    testMember('olga', { role: 'observer' }),
  ]
  await registry.addMeeting('m1', { ...meeting, topics }, members)
  const now = Date.now()
  const links: [string, string][] = []
  for (const { id } of members)
    links.push([id, `/i/${await registry.invite('m1', id, { uses: 9, ends: now + DAY_MS, now })}`])
  await server.start()
  for (const [id, link] of links) callers.set(id, await server.signIn(link))
  ann = new SyncClient(server.origin, as('ann'), 'm/m1/notes/t1')
  await ann.synced
  const text = ann.doc.getText('text')
  ann.doc.transact(() => {
    ;(text.toDelta()[0].insert as Y.Map<string>).set('speaker', 'm:nld')
    text.insert(1, 'Forty shelters.')
  })
  line = renderBlocks(text)[0]?.id ?? ''
  await vi.waitFor(() => expect(ann.stored).toBeGreaterThanOrEqual(2), { timeout: 20_000 })
})

afterAll(async () => {
  ann.close()
  await server.close()
})

function as(name: string): TestCaller {
  return callers.get(name) as TestCaller
}

async function read(): Promise<ReadChecks> {
  return (await as('olga').get(`${TOPIC}/checks`)).body as ReadChecks
}

const told = ({ status, body }: Answer): string => {
  const { error } = body as { error?: { code: string } }
  return error === undefined ? String(status) : `${status} ${error.code}`
}

it('a mechanism confirms its words and takes that back; whoever reads the topic sees it', async () => {
  const [first] = (await read()).interventions
  expect(first).toMatchObject({ lead: line, mechanism: 'nld', status: 'unchecked', confirmed: null })
  const body = { lead: line, mechanism: 'nld', hash: first?.hash }
  expect(told(await as('olga').post(`${TOPIC}/checks`, body))).toBe('403 forbidden')
  expect(told(await as('kim').post(`${TOPIC}/checks`, body))).toBe('200')
  expect((await read()).interventions).toMatchObject([
    { status: 'confirmed', confirmed: { by: 'kim', onBehalf: false } },
  ])
  await vi.waitFor(() => expect(ann.doc.getMap('checks').size).toBe(1))
  expect(told(await as('kim').delete(`${TOPIC}/checks/${line}/nld`))).toBe('200')
  expect((await read()).interventions).toMatchObject([{ status: 'unchecked' }])
})

it('[SY3] the authorship of an accepted correction names its proposer', async () => {
  await as('kim').post(`${TOPIC}/checks`, {
    lead: line,
    mechanism: 'nld',
    hash: (await read()).interventions[0]?.hash,
  })
  const hash = wordsHash(renderBlocks(ann.doc.getText('text')))
  const correction = { id: 'c1', line, mechanism: 'nld', hash, text: 'Fifty shelters.', note: 'Counted.' }
  expect(told(await as('kim').post(`${TOPIC}/corrections`, correction))).toBe('200')
  expect(told(await as('kim').post(`${TOPIC}/corrections/c1/accept`))).toBe('403 forbidden')
  expect(told(await as('ann').post(`${TOPIC}/corrections/c1/accept`))).toBe('200')
  await vi.waitFor(() => expect(ann.doc.getText('text').toString()).toContain('Fifty'))
  const room = encodeURIComponent('notes/t1')
  const { delegations } = (await as('ann').get(`/meetings/m1/rooms/${room}/authorship`)).body as {
    delegations: { client: number; author: string; via: string }[]
  }
  const own = delegations.find(({ via }) => via === 'correction:ann')
  expect(own?.author).toBe('kim')
  const [block] = renderBlocks(ann.doc.getText('text'))
  const typed = block?.inlines.find(({ at }) => at.client === own?.client)
  expect(typed).toMatchObject({ text: 'Fifty' })
  expect(await read()).toMatchObject({
    interventions: [{ status: 'changed-since' }],
    corrections: [{ id: 'c1', state: 'accepted', decided: { by: 'ann' } }],
  })
})

it('what is asked wrongly is told what is wrong', async () => {
  const long = { id: 'c2', line, mechanism: 'nld', hash: 'x'.repeat(22), text: 'x'.repeat(5001) }
  const answer = await as('kim').post(`${TOPIC}/corrections`, long)
  expect(told(answer)).toBe('400 bad-request')
  expect(JSON.stringify(answer.body)).toContain('\\"text\\"')
  expect(told(await as('kim').post(`${TOPIC}/corrections/c1/decline`, {}))).toBe('400 bad-request')
  expect(told(await as('ann').post(`${TOPIC}/corrections/c9/withdraw`))).toBe('404 not-found')
  expect(told(await as('kim').get('/meetings/m1/topics/t2/checks'))).toBe('403 forbidden')
  expect(told(await as('kim').get('/meetings/m1/topics/t9/checks'))).toBe('404 not-found')
})
