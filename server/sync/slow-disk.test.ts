import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Batch, Journal } from '../journal/journal.ts'
import { type TestCaller, TestServer } from '../testing/running.ts'
import { SyncClient } from '../testing/sync-client.ts'

const ROOM = 'm/berlin-2013/notes/t2'
const COMMIT_MS = 2000

/** A disk that takes at least 2 s for each batch while it `isSlow`, and as long as it is `busy`; and what it was given. */
const disk = {
  isSlow: false,
  busy: Promise.resolve(),
  batches: [] as Batch[],
  between(journal: Journal): Journal {
    const append: Journal['append'] = async (batch) => {
      disk.batches.push(batch)
      if (disk.isSlow)
        await Promise.all([disk.busy, new Promise((resolve) => setTimeout(resolve, COMMIT_MS))])
      return journal.append(batch)
    }
    return new Proxy(journal, {
      get: (target, name) => {
        if (name === 'append') return append
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  },
}

const server = new TestServer({}, { journal: (journal) => disk.between(journal) })
let people: SyncClient[] = []

async function entered(caller: TestCaller): Promise<SyncClient> {
  const client = new SyncClient(server.origin, caller, ROOM)
  await client.synced
  return client
}

beforeAll(async () => {
  await server.start()
  const chair = await server.signIn(server.chairLink)
  const moreau = await server.signInMember(chair, 'l-moreau')
  const tabs = [chair, chair, moreau, moreau, moreau]
  people = await Promise.all(tabs.map(entered))
})

afterAll(async () => {
  for (const person of people) person.close()
  await server.close()
})

function seenBy(person: SyncClient | undefined): string {
  return person?.doc.getText('text').toString() ?? ''
}

it('[SY1 SY7] on a disk that takes 2 s a batch, typing goes on, nobody sees what is not on it, and what came meanwhile is one batch', async () => {
  const [ann] = people
  // Each client's answer to what the server lacked is its first frame: it is stored before anybody types.
  await expect.poll(() => people.map(({ stored }) => stored)).toEqual(beforeTyping())
  disk.isSlow = true
  disk.batches = []
  let free = (): void => {}
  disk.busy = new Promise((resolve) => {
    free = resolve
  })
  const began = performance.now()
  ann?.type('First.')
  await expect.poll(() => disk.batches.length).toBe(1)
  for (let word = 0; word < 5; word++) {
    people.forEach((person, index) => {
      person.type(`[${index}.${word}]`)
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  // Typing went on, in everybody's own document; of the others nobody has anything yet.
  people.forEach((person, index) => {
    const others = people.flatMap((_, other) => (other === index ? [] : [`[${other}.`]))
    expect(seenBy(person)).toContain(`[${index}.4]`)
    expect(others.filter((word) => seenBy(person).includes(word))).toEqual([])
  })
  expect([disk.batches.length, ...people.map(({ stored }) => stored)]).toEqual([1, ...beforeTyping()])
  free()
  // The first update is on disk; the rest is in the next batch, whole, and not on it.
  await expect.poll(() => ann?.stored, { timeout: 2 * COMMIT_MS }).toBe((beforeTyping()[0] ?? 0) + 1)
  expect(performance.now() - began).toBeGreaterThanOrEqual(COMMIT_MS)
  await expect.poll(() => disk.batches.length).toBe(2)
  expect(disk.batches[1]?.entries).toHaveLength(25)
  await expect.poll(() => seenBy(people[1]).includes('First.')).toBe(true)
  expect(seenBy(people[1])).not.toContain('[0.')
  await expect.poll(() => ann?.stored, { timeout: 2 * COMMIT_MS }).toBe((beforeTyping()[0] ?? 0) + 6)
  expect(performance.now() - began).toBeGreaterThanOrEqual(2 * COMMIT_MS)
  disk.isSlow = false
  await expect.poll(() => new Set(people.map(seenBy)).size).toBe(1)
  expect(seenBy(ann).match(/\[\d\.\d\]/g)).toHaveLength(25)
  expect(people.map(({ closedWith, refused }) => [closedWith, refused.length])).toEqual(
    people.map(() => [null, 0]),
  )
  expect(disk.batches).toHaveLength(2)
}, 20_000)

/** How many frames of each client are stored before the test types. */
function beforeTyping(): number[] {
  return people.map(() => 1)
}
