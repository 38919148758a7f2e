import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Router } from 'express'
import { nanoid } from 'nanoid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MergePlan } from '../../shared/merge/merge-plan.ts'
import { appendLine } from '../../shared/text/testing/flat-text.ts'
import { SIGN_IN_COOKIE } from '../access/caller.ts'
import { Commands } from '../commands/commands.ts'
import { itemRoutes } from '../draft/item-routes.ts'
import { createApp } from '../http/create-app.ts'
import { MemoryJournal } from '../journal/testing/memory-journal.ts'
import { copyOf, writeCopy } from '../ledger/ledger-copy.ts'
import { createLogger } from '../log/logger.ts'
import { Registry } from '../registry/registry.ts'
import { testMeeting, testMember } from '../registry/testing/meeting.ts'
import { systemClock } from '../sync/ports.ts'
import { Rooms } from '../sync/rooms.ts'
import { combineRoutes } from './combine-routes.ts'
import { mergeRoutes } from './merge-routes.ts'
import { newIn } from './testing/merging.ts'

const folder = mkdtempSync(join(tmpdir(), 'minuta-merge-'))
let rooms: Rooms
let server: Server
let origin = ''
const cookies = new Map<string, string>()

beforeAll(async () => {
  const registry = await Registry.open(folder)
  const members = [testMember('ann'), testMember('paul', { role: 'participant' })]
  await registry.addMeeting('m1', testMeeting(), members)
  for (const { id } of members) {
    const token = await registry.invite('m1', id, { uses: 1, ends: 2, now: 1 })
    const signedIn = await registry.signIn({ token, now: 1 })
    if (typeof signedIn === 'string') throw new Error(signedIn)
    cookies.set(id, `${SIGN_IN_COOKIE}=${signedIn.signIn}`)
  }
  const journal = new MemoryJournal()
  const seed: ConstructorParameters<typeof Rooms>[2] = (parts, isNew) => {
    if (parts.kind === 'ledger') return (doc) => writeCopy(doc, copyOf(testMeeting(), members))
    if (parts.kind !== 'notes' || !isNew) return null
    return (doc) => appendLine(doc.getText('text'), 'a speaker=m:nld kind=recommendation|Ratify.')
  }
  rooms = new Rooms(journal, systemClock, seed, () => {})
  const commands = new Commands(rooms, journal, systemClock)
  const context = { registry, publicUrl: undefined, rooms, commands }
  const api = Router()
  api.use(itemRoutes(context))
  api.use(mergeRoutes(context))
  api.use(combineRoutes(context))
  const log = createLogger('error', () => {})
  server = createServer(createApp({ config: { trustProxy: false }, log, api, clientFolder: folder }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.close()
  await rooms.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Asked {
  readonly by?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends a command; gives its status and its answer. */
async function ask(path: string, body: unknown, { by = 'ann', method = 'POST', headers }: Asked = {}) {
  const response = await fetch(`${origin}/api/meetings/m1/${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      cookie: cookies.get(by) ?? '',
      origin,
      'idempotency-key': nanoid(),
      ...headers,
    },
    ...(method === 'DELETE' ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
}

const CHOICE = { topic: 't1', passage: 'a', hash: 'h', take: true }

it('walks from plan to merge to undo', async () => {
  const { answer } = await ask('merge/plan', {})
  const passages = newIn(answer as unknown as MergePlan)
  expect(passages.map(({ words }) => words)).toEqual(['Ratify.'])
  const choices = passages.map(({ hash }) => ({ ...CHOICE, hash }))
  const merged = await ask('merge', { choices })
  expect(merged).toEqual({
    status: 200,
    answer: { merge: 1, items: [expect.any(String)], changed: [], again: [] },
  })
  const { items } = merged.answer as { items: string[] }
  expect((await ask('merge/plan', {})).answer).toEqual({ proposals: [], unchanged: 1, withheld: 0 })
  expect(await ask('merges/1/undo', {})).toEqual({
    status: 200,
    answer: { removed: items, restored: [], kept: [] },
  })
  expect(((await ask('merge/plan', {})).answer as unknown as MergePlan).proposals).toHaveLength(1)
})

it('creates, moves, removes and restores an item', async () => {
  const item = { id: 'i1', type: 'heading', section: 'general', after: null }
  expect(await ask('items', item)).toEqual({ status: 200, answer: { id: 'i1' } })
  expect(await ask('items/i1/move', { section: 't1', after: null })).toEqual({ status: 200, answer: {} })
  expect(await ask('items/i1', null, { method: 'DELETE' })).toEqual({ status: 200, answer: {} })
  expect(await ask('items/i1/restore', {})).toEqual({ status: 200, answer: {} })
})

const PARENTS = [
  { item: 'i1', hash: 'h' },
  { topic: 't1', passage: 'a', hash: 'h' },
]
const COMBINING = { parents: PARENTS, evenDecided: false }

describe('a body that is none says what is wrong with it', () => {
  it.each<[string, unknown, string]>([
    ['merge', {}, 'A merge could not be understood. "choices"'],
    ['merge', { choices: [] }, '"choices"'],
    ['merge', { choices: [{ ...CHOICE, take: 'some' }] }, '"choices.0.take"'],
    ['merge', { choices: [{ ...CHOICE, item: 'a/b' }] }, '"choices.0.item": 1 to 64 letters'],
    ['merge', { choices: [{ ...CHOICE, topic: 'a/b' }] }, '"choices.0.topic": 1 to 64 letters'],
    ['merge', { choices: [{ ...CHOICE, words: ' \n ' }] }, 'a recommendation needs words'],
    ['merge', { choices: [{ ...CHOICE, words: 'half \ud83d' }] }, 'half a character'],
    ['merge', { choices: [{ ...CHOICE, words: 'x'.repeat(20_001) }] }, '"choices.0.words"'],
    ['merge', { choices: [{ ...CHOICE, more: 1 }] }, 'more'],
    [
      'items',
      { id: 'x', type: 'table', section: 't1', after: null },
      'A new item could not be understood. "type"',
    ],
    ['items', { id: 'x y', type: 'heading', section: 't1', after: null }, '"id": 1 to 64 letters'],
    ['items', { id: 'x', type: 'heading', section: 't1' }, '"after"'],
    ['items/i1/move', { section: 't1' }, 'A place could not be understood. "after"'],
    ['combinations', { ...COMBINING, parents: PARENTS.slice(1) }, '"parents"'],
    ['combinations', { parents: PARENTS }, '"evenDecided"'],
    ['combinations', { ...COMBINING, words: ' ' }, 'a recommendation needs words'],
    [
      'items/i1/split',
      { before: { client: 1, clock: 0.5 }, id: 'z' },
      'A split could not be understood. "before.clock"',
    ],
    ['items/i1/split', { before: { client: 1, clock: 2 ** 53 }, id: 'z' }, '"before.clock"'],
    ['alike-pairs', { decision: 'perhaps', hashes: ['h', 'i'] }, '"decision"'],
    ['alike-pairs', { decision: null, hashes: ['h', 'h'] }, 'Two texts are needed'],
    ['items/i1/move', [], 'A place could not be understood.'],
  ])('%s %j', async (path, body, message) => {
    const { status, answer } = await ask(path, body)
    expect([status, answer]).toEqual([
      400,
      { error: { code: 'bad-request', message: expect.stringContaining(message), hint: expect.any(String) } },
    ])
  })
})

describe('refused is', () => {
  it.each<[string, string, unknown, Asked, number, string]>([
    ['a plan for a participant', 'merge/plan', {}, { by: 'paul' }, 403, 'forbidden'],
    ['a merge by a participant', 'merge', { choices: [CHOICE] }, { by: 'paul' }, 403, 'forbidden'],
    ['an undo by a participant', 'merges/1/undo', {}, { by: 'paul' }, 403, 'forbidden'],
    ['a removal by a participant', 'items/i1', null, { by: 'paul', method: 'DELETE' }, 403, 'forbidden'],
    ['a combination by a participant', 'combinations', COMBINING, { by: 'paul' }, 403, 'forbidden'],
    ['taking apart by a participant', 'combinations/1/take-apart', {}, { by: 'paul' }, 403, 'forbidden'],
    [
      'a split by a participant',
      'items/i1/split',
      { before: { client: 1, clock: 1 }, id: 'z' },
      { by: 'paul' },
      403,
      'forbidden',
    ],
    [
      'a decision on look-alikes by a participant',
      'alike-pairs',
      { decision: 'not-alike', hashes: ['h', 'i'] },
      { by: 'paul' },
      403,
      'forbidden',
    ],
    ['a combination that is none', 'combinations/1/take-apart', {}, {}, 404, 'not-found'],
    ['whoever is not signed in', 'merge/plan', {}, { by: 'nobody' }, 401, 'signed-out'],
    [
      'a command from another site',
      'merge',
      { choices: [CHOICE] },
      { headers: { origin: 'https://evil.example' } },
      403,
      'origin-refused',
    ],
    [
      'a command without a key',
      'items/i1/restore',
      {},
      { headers: { 'idempotency-key': '' } },
      400,
      'bad-request',
    ],
    ['an unknown item', 'items/nobody/restore', {}, {}, 404, 'not-found'],
    ['an item whose name is none', 'items/a%2Fb/restore', {}, {}, 404, 'not-found'],
    ['an unknown merge', 'merges/99/undo', {}, {}, 404, 'not-found'],
    ['a merge whose number is none', 'merges/one/undo', {}, {}, 404, 'not-found'],
    [
      'an unknown section',
      'items',
      { id: 'z', type: 'heading', section: 't9', after: null },
      {},
      404,
      'not-found',
    ],
    [
      'an id that is taken',
      'items',
      { id: 'i1', type: 'heading', section: 't1', after: null },
      {},
      409,
      'conflict',
    ],
  ])('%s', async (_, path, body, asked, status, code) => {
    const refused = await ask(path, body, asked)
    expect([refused.status, refused.answer]).toMatchObject([status, { error: { code } }])
  })
})
