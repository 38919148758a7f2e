import { describe, expect, it } from 'vitest'
import { ApiError } from '../api/api-error.ts'
import type { DraftWish } from './draft-wish.ts'
import type { Entry } from './entry.ts'
import { Outbox } from './outbox.ts'
import { type Wish, waysOf, without } from './wish.ts'

const refusal = (code: string, status: number): ApiError => new ApiError(code, 'No.', 'Do this.', status)
const offline = refusal('offline', 0)

const move = (item: string, after: string | null): DraftWish => ({
  does: 'move',
  item,
  target: { section: 't1', after },
})
const create = (item: string, after: string | null = null): DraftWish => ({
  does: 'create',
  item,
  type: 'recommendation',
  target: { section: 't1', after },
  of: null,
})
const remove = (item: string): DraftWish => ({ does: 'remove', item })

/** A server that carries each key out once, and answers as it is told. */
class Server {
  readonly done: { readonly wish: Wish; readonly key: string }[] = []
  readonly asked: string[] = []
  readonly signals: AbortSignal[] = []
  /** What comes of the next questions: `lost` is carried out, and its answer never arrives. */
  answers: ('lost' | Error)[] = []
  hold: Promise<void> = Promise.resolve()

  async send(wish: Wish, key: string, signal: AbortSignal): Promise<void> {
    this.asked.push(key)
    this.signals.push(signal)
    await this.hold
    const answer = this.answers.shift()
    if (answer instanceof Error) throw answer
    if (this.done.every((one) => one.key !== key)) this.done.push({ wish, key })
    if (answer === 'lost') throw offline
  }

  get order(): string[] {
    return this.done.map(({ wish }) => `${wish.does} ${'item' in wish ? wish.item : wish.thread}`)
  }
}

/** What one browser keeps; tabs of one person share it. */
class Device {
  readonly shelf = new Map<string, Entry<Wish>>()
  readonly server: Server
  isCut = false
  isFull = false
  #ids = 0

  constructor(server = new Server()) {
    this.server = server
  }

  tab(): Outbox<Wish> {
    return new Outbox<Wish>({
      waysOf,
      without,
      read: () => [...this.shelf.values()],
      keep: (entry) => {
        if (!this.isFull) this.shelf.set(entry.id, entry)
        return !this.isFull
      },
      letGo: (id) => this.shelf.delete(id),
      send: (wish, key, signal) => this.server.send(wish, key, signal),
      isCut: () => this.isCut,
      now: () => 1000,
      linkOf: () => null,
      newId: () => `id-${++this.#ids}`,
      after: () => () => undefined,
    })
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve()
}

describe('[DR1] changes of the draft wait in the outbox', () => {
  it('in the order in which they were wished, each carried out once, also where an answer was lost', async () => {
    const device = new Device()
    device.server.answers = ['lost']
    const outbox = device.tab()
    outbox.add(create('n'))
    outbox.add(move('a', 'n'))
    outbox.add(remove('b'))
    await settled()
    expect(device.server.order).toEqual(['create n'])
    outbox.poke()
    await settled()
    expect(device.server.order).toEqual(['create n', 'move a', 'remove b'])
    expect(device.server.asked).toEqual(['id-2', 'id-2', 'id-4', 'id-6'])
    expect(device.shelf.size).toBe(0)
  })

  it('[AD2] who asked for brackets: off does not overtake on, and while the brackets are on their way only they wait', async () => {
    const device = new Device()
    device.server.answers = [refusal('passage-unknown', 409)]
    const outbox = device.tab()
    const asked = (asks: boolean) =>
      ({ does: 'brackets', item: 'a', bracket: 'k', mechanism: 'aut', asks }) as const
    outbox.add(asked(true))
    outbox.add(asked(false))
    outbox.add(move('a', 'b'))
    await settled()
    expect(device.server.done.map(({ wish }) => wish)).toEqual([move('a', 'b')])
    expect(outbox.entries().every(({ refused }) => refused === null)).toBe(true)
    outbox.poke()
    await settled()
    expect(device.server.done.slice(1).map(({ wish }) => wish)).toEqual([asked(true), asked(false)])
  })

  it('survive a reload in the middle of an unanswered command, under the same key', async () => {
    const device = new Device()
    device.server.answers = ['lost']
    const before = device.tab()
    before.add(move('a', 'b'))
    before.add(move('a', 'c'))
    await settled()
    const after = device.tab()
    expect(after.entries().map(({ wish }) => wish)).toEqual([move('a', 'b'), move('a', 'c')])
    after.poke()
    await settled()
    expect(device.server.done.map(({ wish }) => wish)).toEqual([move('a', 'b'), move('a', 'c')])
  })

  it('of two tabs both may ask, and the server does it once', async () => {
    const device = new Device()
    let answer = (): void => undefined
    device.server.hold = new Promise((resolve) => {
      answer = resolve
    })
    const [one, other] = [device.tab(), device.tab()]
    one.add(move('a', 'b'))
    other.readAgain()
    answer()
    await settled()
    other.readAgain()
    expect(device.server.order).toEqual(['move a'])
    expect(other.entries().filter(({ isSent }) => !isSent)).toEqual([])
  })

  it('what another tab has sent or let go is not asked for again, before this one has heard of it', async () => {
    const device = new Device()
    device.server.answers = [offline, offline]
    const [one, other] = [device.tab(), device.tab()]
    one.add(move('a', 'b'))
    other.readAgain()
    await settled()
    one.letGo(one.entries()[0]?.id ?? '')
    other.poke()
    await settled()
    expect(device.server.order).toEqual([])
    expect(other.entries()).toEqual([])
    expect(device.shelf.size).toBe(0)
  })

  it('refused in the middle of a queue: what is of the same item or builds on it waits, the rest goes on', async () => {
    const device = new Device()
    device.server.answers = [refusal('conflict', 409)]
    const outbox = device.tab()
    outbox.add(create('n'))
    outbox.add(move('a', 'n'))
    outbox.add(move('c', 'a'))
    outbox.add(move('d', null))
    await settled()
    expect(device.server.order).toEqual(['move d'])
    outbox.letGo(outbox.entries()[0]?.id ?? '')
    await settled()
    // What was to stand behind the item stands where that would have stood.
    expect(device.server.done.slice(1).map(({ wish }) => wish)).toEqual([move('a', null), move('c', 'a')])
    expect(device.shelf.size).toBe(0)
  })

  it('all that was to happen to an item goes with it when it is given up', async () => {
    const device = new Device()
    device.server.answers = [refusal('forbidden', 403)]
    const outbox = device.tab()
    outbox.add(create('n'))
    outbox.add({ does: 'type', item: 'n', type: 'heading' })
    outbox.add({ does: 'alternative', item: 'a', of: 'n' })
    outbox.add(create('m', 'n'))
    await settled()
    outbox.letGo(outbox.entries()[0]?.id ?? '')
    await settled()
    expect(device.server.done.map(({ wish }) => wish)).toEqual([create('m')])
    expect(outbox.entries().filter(({ isSent }) => !isSent)).toEqual([])
  })

  it('a phase that has closed meanwhile refuses, and the same command asked again goes under another key', async () => {
    const device = new Device()
    device.server.answers = [refusal('forbidden', 403)]
    const outbox = device.tab()
    outbox.add(remove('a'))
    await settled()
    expect(device.tab().entries()).toMatchObject([{ refused: { code: 'forbidden' } }])
    outbox.again(outbox.entries()[0]?.id ?? '')
    await settled()
    expect(new Set(device.server.asked).size).toBe(2)
    expect(device.server.order).toEqual(['remove a'])
  })

  it('signed out, nothing is kept and nothing more is asked', async () => {
    const device = new Device()
    device.server.answers = [offline]
    const outbox = device.tab()
    outbox.add(remove('a'))
    outbox.add(remove('b'))
    await settled()
    outbox.close()
    outbox.poke()
    await settled()
    expect(device.shelf.size).toBe(0)
    expect(device.server.order).toEqual([])
  })

  it('where this device cannot keep it, it says so and sends it from the page', async () => {
    const device = new Device()
    device.isFull = true
    device.server.answers = [offline]
    const outbox = device.tab()
    outbox.add(remove('a'))
    await settled()
    expect(outbox.cannotKeep).toBe(true)
    outbox.poke()
    await settled()
    expect(device.server.order).toEqual(['remove a'])
    expect(outbox.cannotKeep).toBe(false)
  })
})

describe('[DR1] a removal that is undone', () => {
  it('is taken out while it has not left this device, also after a reload', async () => {
    const device = new Device()
    device.isCut = true
    device.server.answers = [offline, offline]
    const id = device.tab().add(remove('a'))
    await settled()
    const outbox = device.tab()
    outbox.poke()
    await settled()
    expect(outbox.takeOut(id)).toBe(true)
    device.isCut = false
    outbox.poke()
    await settled()
    expect(device.server.order).toEqual([])
  })

  it('is taken out while it stands behind what has no answer', async () => {
    const device = new Device()
    device.server.answers = [offline]
    const outbox = device.tab()
    outbox.add(move('b', null))
    const id = outbox.add(remove('a'))
    await settled()
    expect(outbox.takeOut(id)).toBe(true)
    expect(outbox.takeOut(id)).toBe(false)
  })

  it('is not taken out once it may have reached the server, whichever tab or page asked', async () => {
    const device = new Device()
    device.server.answers = ['lost', 'lost', 'lost']
    const [one, other] = [device.tab(), device.tab()]
    const id = one.add(remove('a'))
    other.readAgain()
    expect(one.takeOut(id)).toBe(false)
    await settled()
    expect(other.takeOut(id)).toBe(false)
    expect(device.tab().takeOut(id)).toBe(false)
  })

  it('is given up while it is asked for without a network', async () => {
    const device = new Device()
    device.isCut = true
    device.server.hold = new Promise(() => undefined)
    const outbox = device.tab()
    const id = outbox.add(remove('a'))
    expect(outbox.takeOut(id)).toBe(true)
    expect(device.server.signals.map(({ aborted }) => aborted)).toEqual([true])
    expect(outbox.entries()).toEqual([])
  })

  it('is not taken out when the network came back while it was asked for', async () => {
    const device = new Device()
    device.isCut = true
    let answer = (): void => undefined
    device.server.hold = new Promise((resolve) => {
      answer = resolve
    })
    device.server.answers = ['lost']
    const outbox = device.tab()
    const id = outbox.add(remove('a'))
    device.isCut = false
    expect(outbox.takeOut(id)).toBe(false)
    answer()
    await settled()
    expect(outbox.takeOut(id)).toBe(false)
  })
})
