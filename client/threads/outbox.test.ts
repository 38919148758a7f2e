import { describe, expect, it } from 'vitest'
import { ApiError } from '../api/api-error.ts'
import { Outbox } from './outbox.ts'
import type { Entry, Wish } from './wish.ts'

const refusal = (code: string, status: number): ApiError => new ApiError(code, 'No.', 'Do this.', status)
const offline = refusal('offline', 0)

const opens = (thread: string): Wish => ({
  does: 'open',
  thread,
  subject: { on: 'meeting' },
  internal: false,
  comment: `${thread}-first`,
  parts: ['First'],
})
const replies = (thread: string, comment: string): Wish => ({
  does: 'reply',
  thread,
  room: 'ledger',
  comment,
  parts: ['And'],
})

/** An outbox over a shelf, a clock and a server that answers as it is told. */
class Ground {
  readonly shelf = new Map<string, Entry>()
  readonly sent: { readonly wish: Wish; readonly key: string }[] = []
  readonly timers: { readonly ms: number; readonly run: () => void }[] = []
  /** What the server answers next: an error, or null for yes. After the last one: yes. */
  answers: (ApiError | null)[] = []
  isFull = false
  #ids = 0

  open(): Outbox {
    return new Outbox({
      read: () => [...this.shelf.values()],
      keep: (entry) => {
        if (!this.isFull) this.shelf.set(entry.id, entry)
        return !this.isFull
      },
      letGo: (id) => this.shelf.delete(id),
      send: async (wish, key) => {
        this.sent.push({ wish, key })
        const answer = this.answers.shift() ?? null
        if (answer !== null) throw answer
      },
      now: () => 1000,
      newId: () => `id-${++this.#ids}`,
      after: (ms, run) => {
        const timer = { ms, run }
        this.timers.push(timer)
        return () => this.timers.splice(this.timers.indexOf(timer), 1)
      },
    })
  }

  get threads(): string[] {
    return this.sent.map(({ wish }) => ('comment' in wish ? wish.comment : wish.thread))
  }
}

/** Lets every promise of the outbox go as far as it goes. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

describe('[TH3] comments wait in an outbox with idempotent ids', () => {
  it('goes at once while there is a connection, and leaves nothing behind', async () => {
    const ground = new Ground()
    const outbox = ground.open()
    outbox.add(opens('a'))
    expect(outbox.entries()).toMatchObject([{ isSent: false, refused: null }])
    await settled()
    expect(ground.threads).toEqual(['a-first'])
    expect(ground.shelf.size).toBe(0)
    expect(outbox.entries()).toMatchObject([{ isSent: true }])
    ground.timers.at(-1)?.run()
    expect(outbox.entries()).toEqual([])
  })

  it('without a connection waits, and goes in order under the same keys when it is back', async () => {
    const ground = new Ground()
    ground.answers = [offline, offline]
    const outbox = ground.open()
    outbox.add(opens('a'))
    outbox.add(replies('a', 'second'))
    await settled()
    expect(ground.shelf.size).toBe(2)
    outbox.poke()
    await settled()
    ground.answers = []
    outbox.poke()
    await settled()
    expect(ground.threads.slice(-2)).toEqual(['a-first', 'second'])
    expect(new Set(ground.sent.filter(({ wish }) => wish.does === 'open').map(({ key }) => key)).size).toBe(1)
    expect(ground.shelf.size).toBe(0)
  })

  it('survives a reload: a new page sends what an earlier one kept, under the same key', async () => {
    const ground = new Ground()
    ground.answers = [offline]
    ground.open().add(opens('a'))
    await settled()
    const [before] = ground.sent
    const page = ground.open()
    page.poke()
    await settled()
    expect(ground.sent.at(-1)).toEqual(before)
    expect(ground.shelf.size).toBe(0)
  })

  it('tries again by itself, each time after a longer pause', async () => {
    const ground = new Ground()
    ground.answers = Array.from({ length: 9 }, () => offline)
    ground.open().add(opens('a'))
    const pauses: number[] = []
    for (let tries = 0; tries < 6; tries++) {
      await settled()
      const timer = ground.timers.shift()
      pauses.push(timer?.ms ?? 0)
      timer?.run()
    }
    expect(pauses).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000])
  })

  it.each([
    ['a sign-in that ended', 401],
    ['too many questions', 429],
    ['a server in trouble', 503],
  ])('%s is no refusal', async (_title, status) => {
    const ground = new Ground()
    ground.answers = [refusal('signed-out', status)]
    const outbox = ground.open()
    outbox.add(opens('a'))
    await settled()
    expect(outbox.entries()).toMatchObject([{ refused: null, isSent: false }])
  })

  it('words of a passage that travel another way are waited for, but not for ever', async () => {
    const ground = new Ground()
    ground.answers = Array.from({ length: 20 }, () => refusal('passage-unknown', 409))
    const outbox = ground.open()
    outbox.add(opens('a'))
    await settled()
    expect(outbox.entries()).toMatchObject([{ refused: null }])
    for (let tries = 0; tries < 8; tries++) {
      outbox.poke()
      await settled()
    }
    expect(outbox.entries()).toMatchObject([{ refused: { code: 'passage-unknown' } }])
  })

  it('a refusal keeps the words and says why; what follows in the thread waits behind it, others go on', async () => {
    const ground = new Ground()
    ground.answers = [refusal('forbidden', 403)]
    const outbox = ground.open()
    outbox.add(opens('a'))
    outbox.add(replies('a', 'after'))
    outbox.add(opens('b'))
    await settled()
    expect(ground.threads).toEqual(['a-first', 'b-first'])
    expect(outbox.entries()[0]).toMatchObject({ refused: { code: 'forbidden', hint: 'Do this.' } })
    expect([...ground.shelf.values()].map(({ wish }) => wish.thread)).toEqual(['a', 'a'])
  })

  it('asked again after a refusal it goes under another key, and what waited behind it follows', async () => {
    const ground = new Ground()
    ground.answers = [refusal('forbidden', 403)]
    const outbox = ground.open()
    outbox.add(opens('a'))
    outbox.add(replies('a', 'after'))
    await settled()
    outbox.again(outbox.entries()[0]?.id ?? '')
    await settled()
    expect(ground.threads).toEqual(['a-first', 'a-first', 'after'])
    expect(ground.sent[0]?.key).not.toBe(ground.sent[1]?.key)
  })

  it('discarding a thread that was refused discards what was to go into it', async () => {
    const ground = new Ground()
    ground.answers = [refusal('forbidden', 403)]
    const outbox = ground.open()
    outbox.add(opens('a'))
    outbox.add(replies('a', 'after'))
    await settled()
    outbox.letGo(outbox.entries()[0]?.id ?? '')
    await settled()
    expect(outbox.entries()).toEqual([])
    expect(ground.shelf.size).toBe(0)
    expect(ground.threads).toEqual(['a-first'])
  })

  it('says when this device cannot keep what waits, and keeps it on the page', async () => {
    const ground = new Ground()
    ground.isFull = true
    ground.answers = [offline]
    const outbox = ground.open()
    outbox.add(opens('a'))
    await settled()
    expect(outbox.cannotKeep).toBe(true)
    outbox.readAgain()
    await settled()
    expect(ground.threads.at(-1)).toBe('a-first')
    expect(outbox.cannotKeep).toBe(false)
  })

  it('what another tab has sent is gone here too, and what it added is known', async () => {
    const ground = new Ground()
    ground.answers = [offline]
    const outbox = ground.open()
    outbox.add(opens('a'))
    await settled()
    ground.shelf.clear()
    const other: Entry = { id: 'x', key: 'k', at: 5, wish: opens('b'), refused: null, isSent: false }
    ground.shelf.set('x', other)
    ground.answers = [offline]
    outbox.readAgain()
    expect(outbox.entries().map(({ wish }) => wish.thread)).toEqual(['b'])
  })
})
