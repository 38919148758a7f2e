import { describe, expect, it } from 'vitest'
import { ApiError } from '../api/api-error.ts'
import type { RoomLink } from '../outbox/answer-judge.ts'
import type { Entry as AnyEntry } from '../outbox/entry.ts'
import { Outbox as AnyOutbox } from '../outbox/outbox.ts'
import { threadWays, type ThreadWish as Wish } from '../outbox/thread-wish.ts'
import { isTold } from './is-told.ts'
import type { ShownThread } from './thread.ts'

type Entry = AnyEntry<Wish>
type Outbox = AnyOutbox<Wish>

const refusal = (code: string, status: number): ApiError => new ApiError(code, 'No.', 'Do this.', status)
const offline = refusal('offline', 0)

const opens = (thread: string): Extract<Wish, { does: 'open' }> => ({
  does: 'open',
  thread,
  subject: { on: 'meeting' },
  internal: false,
  comment: `${thread}-first`,
  parts: ['First'],
})
const replies = (thread: string, comment: string): Extract<Wish, { does: 'reply' | 'edit' }> => ({
  does: 'reply',
  thread,
  room: 'ledger',
  comment,
  parts: ['And'],
})

/** What a room tells once it has these comments. */
const tells = (thread: string, ...comments: string[]): readonly ShownThread[] => [
  {
    id: thread,
    room: 'ledger',
    subject: { on: 'meeting' },
    at: 1,
    by: 'me',
    resolved: null,
    waiting: null,
    comments: comments.map((id) => ({
      id,
      thread,
      at: 1,
      by: 'me',
      parts: ['First'],
      edited: null,
      deleted: null,
      waiting: null,
    })),
  },
]

/** An outbox over a shelf, a clock and a server that answers as it is told. */
class Ground {
  readonly shelf = new Map<string, Entry>()
  readonly sent: { readonly wish: Wish; readonly key: string }[] = []
  readonly timers: { readonly ms: number; readonly run: () => void }[] = []
  /** What the server answers next: an error, or null for yes. After the last one: yes. */
  answers: (Error | null)[] = []
  isFull = false
  clock = 1000
  /** How the room stands, whichever is asked for. */
  link: RoomLink | null = null
  #ids = 0

  open(): Outbox {
    return new AnyOutbox({
      waysOf: threadWays,
      without: (wish, gone) => (threadWays(wish).of === threadWays(gone).of ? null : wish),
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
      isCut: () => false,
      now: () => this.clock,
      linkOf: () => this.link,
      newId: () => `id-${++this.#ids}`,
      after: (ms, run) => {
        const timer = { ms, run }
        this.timers.push(timer)
        return () => {
          if (this.timers.includes(timer)) this.timers.splice(this.timers.indexOf(timer), 1)
        }
      },
    })
  }

  get threads(): string[] {
    return this.sent.map(({ wish }) => ('comment' in wish ? wish.comment : wish.thread))
  }
}

function hears(outbox: Outbox, threads: readonly ShownThread[]): void {
  outbox.told(({ wish }) => isTold(wish, threads))
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
    hears(outbox, tells('a', 'a-first'))
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

  it('words of a passage that travel another way are waited for as long as their room has no connection, and a minute more', async () => {
    const ground = new Ground()
    ground.answers = Array.from({ length: 40 }, () => refusal('passage-unknown', 409))
    ground.link = { isOnline: false, since: 0 }
    const outbox = ground.open()
    const { thread, comment, parts } = opens('a')
    const subject = { on: 'notes', topic: 't2', passage: null as never } as const
    outbox.add({ does: 'open', thread, comment, parts, internal: false, subject })
    const at = async (clock: number): Promise<string | undefined> => {
      ground.clock = clock
      outbox.poke()
      await settled()
      return outbox.entries()[0]?.refused?.code
    }
    for (let tries = 0; tries < 20; tries++) expect(await at(1000 + tries)).toBeUndefined()
    expect(await at(500_000)).toBeUndefined()
    ground.link = { isOnline: true, since: 500_000 }
    expect(await at(559_999)).toBeUndefined()
    expect(await at(560_000)).toBe('passage-unknown')
  })

  it('a wish whose answer was lost and that is there already is done, also when it is asked again', async () => {
    const ground = new Ground()
    const taken = (): ApiError => refusal('id-taken', 409)
    ground.answers = [refusal('forbidden', 403), taken(), taken()]
    const outbox = ground.open()
    outbox.add(opens('a'))
    await settled()
    outbox.again(outbox.entries()[0]?.id ?? '')
    outbox.add(replies('a', 'second'))
    await settled()
    expect(outbox.entries()).toMatchObject([{ isSent: true }, { isSent: true }])
    expect(ground.shelf.size).toBe(0)
  })

  it('a failure that is no answer is no refusal', async () => {
    const ground = new Ground()
    ground.answers = [new SyntaxError('Unexpected end of JSON input')]
    const outbox = ground.open()
    outbox.add(opens('a'))
    await settled()
    expect(outbox.entries()).toMatchObject([{ refused: null, isSent: false }])
    outbox.poke()
    await settled()
    expect(new Set(ground.sent.map(({ key }) => key)).size).toBe(1)
    expect(outbox.entries()).toMatchObject([{ isSent: true }])
  })

  it('a wish over which the server stumbles holds back no other thread, and counts as refused at the fifth time', async () => {
    const ground = new Ground()
    const stumble = (): ApiError => refusal('internal', 500)
    ground.answers = [stumble(), null, stumble(), stumble(), stumble(), stumble()]
    const outbox = ground.open()
    outbox.add(opens('a'))
    outbox.add(opens('b'))
    await settled()
    expect(ground.threads).toEqual(['a-first', 'b-first'])
    for (let tries = 2; tries <= 4; tries++) {
      outbox.poke()
      await settled()
      expect(outbox.entries()[0]).toMatchObject({ refused: null })
    }
    outbox.poke()
    await settled()
    expect(outbox.entries()[0]).toMatchObject({ refused: { code: 'internal' } })
    expect([...ground.shelf.values()]).toMatchObject([{ wish: { thread: 'a', parts: ['First'] } }])
  })

  it('threads of one id in two rooms do not hold back each other', async () => {
    const ground = new Ground()
    ground.answers = [refusal('forbidden', 403)]
    const outbox = ground.open()
    outbox.add(replies('a', 'first'))
    outbox.add({ ...replies('a', 'inside'), room: 'drafting' })
    await settled()
    expect(ground.threads).toEqual(['first', 'inside'])
  })

  it('what was sent stays until its room has told it, however long the room takes', async () => {
    const ground = new Ground()
    ground.link = { isOnline: false, since: 0 }
    const outbox = ground.open()
    outbox.add(replies('a', 'second'))
    await settled()
    for (const { run } of ground.timers.splice(0)) run()
    hears(outbox, tells('a', 'first'))
    expect(outbox.entries()).toMatchObject([{ isSent: true }])
    hears(outbox, tells('a', 'first', 'second'))
    expect(outbox.entries()).toEqual([])
  })

  it('a change that was changed again before it was told goes once its room has been online for long', async () => {
    const ground = new Ground()
    ground.link = { isOnline: false, since: 1000 }
    const outbox = ground.open()
    outbox.add({ does: 'resolve', thread: 'a', room: 'ledger', resolved: true })
    await settled()
    const pass = (clock: number): void => {
      ground.clock = clock
      for (const { run } of ground.timers.splice(0)) run()
      hears(outbox, tells('a', 'first'))
    }
    pass(31_000)
    expect(outbox.entries()).toMatchObject([{ isSent: true }])
    ground.link = { isOnline: true, since: 40_000 }
    pass(61_000)
    expect(outbox.entries()).toHaveLength(1)
    pass(91_000)
    expect(outbox.entries()).toEqual([])
  })

  it.each(['forget', 'close'] as const)(
    'after %s nothing is kept again, not even a refusal on its way',
    async (does) => {
      const ground = new Ground()
      ground.answers = [refusal('forbidden', 403)]
      const outbox = ground.open()
      outbox.add(opens('a'))
      outbox[does]()
      await settled()
      expect(ground.shelf.size).toBe(0)
      expect(outbox.entries()).toEqual([])
      expect(outbox.cannotKeep).toBe(false)
      if (does === 'forget') return
      outbox.add(opens('b'))
      await settled()
      expect(ground.shelf.size).toBe(0)
      expect(ground.threads).toEqual(['a-first'])
    },
  )

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
    const other: Entry = {
      id: 'x',
      key: 'k',
      at: 5,
      wish: opens('b'),
      refused: null,
      isTried: false,
      isSent: false,
    }
    ground.shelf.set('x', other)
    ground.answers = [offline]
    outbox.readAgain()
    expect(outbox.entries().map(({ wish }) => wish.thread)).toEqual(['b'])
  })
})
