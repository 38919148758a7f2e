import { expect, vi } from 'vitest'
import * as Y from 'yjs'
import { type Block, blockText } from '../../../shared/text/block.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { passageOf } from '../../../shared/threads/passage-of.ts'
import type { ThreadPassage } from '../../../shared/threads/thread-facts.ts'
import { Registry } from '../../registry/registry.ts'
import { testMeeting, testMember } from '../../registry/testing/meeting.ts'
import { type Answer, type TestCaller, TestServer } from '../../testing/running.ts'
import { SyncClient } from '../../testing/sync-client.ts'
import type { ReadThread } from '../read-threads.ts'

/** The words of topic t1, which all may open; t2 is the drafting group's, t3 the members'. */
export const WORDS = 'Shelters need money and staff.'
export const ITEM_WORDS = 'States should fund shelters.'
const DAY_MS = 24 * 3600 * 1000
const topic = testMeeting().topics['t1'] as NonNullable<ReturnType<typeof testMeeting>['topics'][string]>

const MEMBERS = [
  testMember('eve', { role: 'chair' }),
  testMember('ann'),
  testMember('paul', { role: 'participant', mechanism: 'nld' }),
  testMember('pia', { role: 'participant' }),
  testMember('olga', { role: 'observer' }),
]
export type Name = 'eve' | 'ann' | 'paul' | 'pia' | 'olga'

/** A whole server with meeting m1, in which everybody is signed in. */
export class ThreadServer {
  readonly server = new TestServer({ SAMPLE: 'off' })
  readonly #callers = new Map<string, TestCaller>()
  readonly #clients: SyncClient[] = []

  async start(): Promise<void> {
    const registry = await Registry.open(this.server.dataDir)
    const topics = {
      t1: topic,
      t2: { ...topic, readers: 'drafting' as const },
      t3: { ...topic, readers: 'members' as const },
    }
    await registry.addMeeting('m1', testMeeting({ topics }), MEMBERS)
    const now = Date.now()
    const links = new Map<string, string>()
    for (const { id } of MEMBERS)
      links.set(id, `/i/${await registry.invite('m1', id, { uses: 9, ends: now + DAY_MS, now })}`)
    await this.server.start()
    for (const [id, link] of links) this.#callers.set(id, await this.server.signIn(link))
    for (const each of ['t1', 't2', 't3'])
      await this.write(`notes/${each}`, (doc) => doc.getText('text').insert(1, WORDS))
    await this.as('eve').post('/meetings/m1/items', {
      id: 'i1',
      type: 'recommendation',
      section: 't1',
      after: null,
    })
    await this.write('draft', (doc) => itemText(doc).insert(1, ITEM_WORDS))
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.close()
    await this.server.close()
  }

  as(name: Name): TestCaller {
    return this.#callers.get(name) as TestCaller
  }

  /** Opens a room on a socket; it is synced. */
  async open(room: string, name: Name): Promise<SyncClient> {
    const client = new SyncClient(this.server.origin, this.as(name), `m/m1/${room}`)
    this.#clients.push(client)
    await client.synced
    return client
  }

  /** Changes a room as the chair, and waits until it is on disk. */
  async write(room: string, change: (doc: Y.Doc) => void): Promise<void> {
    const client = await this.open(room, 'eve')
    change(client.doc)
    // The frame of its answer was one, this is one more.
    await vi.waitFor(() => expect(client.stored).toBeGreaterThanOrEqual(2), { timeout: 20_000 })
    client.close()
  }

  /** Gives a passage of the words that stand in a topic or in the item. */
  async passage(room: string, words: string): Promise<ThreadPassage> {
    const client = await this.open(room, 'eve')
    client.close()
    const text = room === 'draft' ? itemText(client.doc) : client.doc.getText('text')
    for (const block of renderBlocks(text)) {
      const passage = passageIn(text, block, words)
      if (passage !== null) return passage
    }
    throw new Error(words)
  }

  /** Gives the threads that somebody reads. */
  async threads(name: Name): Promise<ReadThread[]> {
    const { body } = await this.as(name).get('/meetings/m1/threads')
    return (body as { threads: ReadThread[] }).threads
  }
}

/** The text of item i1. */
export function itemText(doc: Y.Doc): Y.Text {
  const item = doc.getMap('items').get('i1')
  const text: unknown = item instanceof Y.Map ? item.get('text') : null
  if (!(text instanceof Y.Text)) throw new Error('There is no item i1.')
  return text
}

/** Gives an answer's refusal as `status code`; `200` when it is none. */
export function told({ status, body }: Answer): string {
  const { error } = body as { error?: { code: string } }
  return error === undefined ? String(status) : `${status} ${error.code}`
}

function passageIn(text: Y.Text, block: Block, words: string): ThreadPassage | null {
  const at = blockText(block).indexOf(words)
  return at < 0 ? null : passageOf(text, block, at, at + words.length)
}
