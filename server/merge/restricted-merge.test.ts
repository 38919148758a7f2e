import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readDraftingSources } from '../../shared/meeting/full-provenance.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import type { MergePlan, PlannedPassage } from '../../shared/merge/merge-plan.ts'
import type { RegistryData } from '../registry/registry-shape.ts'
import { type TestCaller, TestServer } from '../testing/running.ts'
import { SyncClient } from '../testing/sync-client.ts'
import { newIn } from './testing/merging.ts'

const M = '/meetings/berlin-2013'
const server = new TestServer()
let chair: TestCaller
let observer: TestCaller
let passages: readonly PlannedPassage[]
let items: readonly string[]

beforeAll(async () => {
  await server.start()
  restrict({ t1: { readers: 'drafting' }, t3: { readers: 'members', cap: 'none' } })
  await server.restart()
  chair = await server.signIn(server.chairLink)
  observer = await server.signInMember(chair, 'k-lind')
  passages = await planned()
  // Reworded: the hash of an item's words is everybody's, and is not to be that of the passage by chance.
  const choices = passages.map(({ topic, id, hash, words }) => {
    return { topic, passage: id, hash, take: true, words: `${words} Soon.` }
  })
  const { body } = await chair.post(`${M}/merge`, { choices })
  items = (body as { items: string[] }).items
})

afterAll(() => server.close())

/** Sets who reads topics and how much is told, as the registry will be found at the next start. */
function restrict(topics: Readonly<Record<string, object>>): void {
  const path = join(server.dataDir, 'registry', 'registry.json')
  const data = JSON.parse(readFileSync(path, 'utf8')) as RegistryData
  for (const [id, change] of Object.entries(topics))
    Object.assign(data.meetings['berlin-2013']?.topics[id] as object, change)
  writeFileSync(path, JSON.stringify(data))
}

async function planned(): Promise<readonly PlannedPassage[]> {
  const { body } = await chair.post(`${M}/merge/plan`)
  return newIn(body as MergePlan)
}

async function read(caller: TestCaller, room: string): Promise<Y.Doc> {
  const client = new SyncClient(server.origin, caller, `m/berlin-2013/${room}`)
  await client.synced
  client.close()
  return client.doc
}

/** All that a room's reader was sent, deleted or not, as far as it can be read. */
function everythingIn(doc: Y.Doc): string {
  return `${JSON.stringify(doc.toJSON())}${Buffer.from(Y.encodeStateAsUpdate(doc)).toString('latin1')}`
}

/** What of the notes an observer may not know; `speaker` is quoted as the ledger would have it. */
function secrets(): string[] {
  return passages.flatMap(({ blocks, hash, speaker }) => [...blocks, hash, speaker ?? ''])
}

describe('after a merge of topics that an observer may not open', () => {
  it('an observer finds no speaker, hash or line of their notes in the ledger, and which topics items come from', async () => {
    expect(passages.map(({ speaker }) => speaker)).toEqual(['m:fin', 'm:bel', 'm:bel', 'm:lva', 'm:nga'])
    const ledger = await read(observer, 'ledger')
    const sent = everythingIn(ledger)
    expect(secrets().filter((secret) => sent.includes(secret))).toEqual([])
    const provenance = readFacts(ledger, 'provenance')
    expect(items.map((id) => provenance.get(id)?.sources[0])).toEqual(
      passages.map(({ topic, attribution }) => {
        return { topic, attribution, merge: 1, blocks: [], hash: null, speaker: null }
      }),
    )
  })

  it('nor in the draft', async () => {
    const sent = everythingIn(await read(observer, 'draft'))
    expect(secrets().filter((secret) => sent.includes(secret))).toEqual([])
  })

  it('an observer may open neither their notes nor the drafting room', async () => {
    for (const room of ['notes/t1', 'notes/t3', 'drafting']) {
      const client = new SyncClient(server.origin, observer, `m/berlin-2013/${room}`)
      await expect.poll(() => client.closedWith).toBe(4403)
      expect(client.isSynced).toBe(false)
    }
  })

  it('[MG5] whoever drafts reads the sources in the drafting room', async () => {
    const sources = readDraftingSources(await read(chair, 'drafting'))
    expect(items.map((id) => sources.get(id)?.sources)).toEqual(
      passages.map(({ topic, blocks, hash, speaker, attribution }) => [
        { topic, blocks, hash, speaker, attribution, merge: 1 },
      ]),
    )
  })

  it('[MG3] nothing of them is proposed again', async () => {
    expect(await planned()).toEqual([])
  })

  it('[EX1] an export names the proposers that their topic allows, and no others', async () => {
    const response = await fetch(`${server.origin}/api${M}/export?format=md&attribution=country`, {
      headers: { cookie: chair.cookie },
    })
    const text = await response.text()
    expect(text).toContain('(Finland)')
    expect(text).toContain('(Belgium)')
    expect(text).not.toMatch(/Latvia|Nigeria/)
  })

  it('[MG2] undone, their sources are nowhere and they are proposed again', async () => {
    await chair.post(`${M}/merges/1/undo`)
    expect(readDraftingSources(await read(chair, 'drafting')).size).toBe(0)
    expect(await planned()).toEqual(passages)
  })
})
