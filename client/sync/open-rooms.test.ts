import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OpenRooms } from './open-rooms.ts'
import type { RoomClient } from './room-client.ts'
import { initialState, type RoomState } from './room-state.ts'

/** As much of a client as the rooms of a page look at. */
class FakeClient {
  state: RoomState = { ...initialState(0), link: 'online' }
  isDestroyed = false
  readonly room: string
  readonly member: string
  readonly #listeners = new Set<() => void>()

  constructor(room: string, member: string) {
    this.room = room
    this.member = member
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(change: Partial<RoomState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of [...this.#listeners]) listener()
  }

  destroy(): void {
    this.isDestroyed = true
  }
}

let made: FakeClient[]
let rooms: OpenRooms

beforeEach(() => {
  vi.useFakeTimers()
  made = []
  rooms = new OpenRooms((room, member) => {
    const client = new FakeClient(room, member)
    made.push(client)
    return client as unknown as RoomClient
  })
})
afterEach(() => {
  vi.useRealTimers()
})

const open = () => rooms.get('m/m1/notes/t1', 'ann', true)

describe('the rooms of a page', () => {
  it('one client for all that read a room', () => {
    expect(open()).toBe(open())
    expect(rooms.get('m/m1/notes/t1', 'ben', true)).not.toBe(open())
  })

  it('close when the last reader has left, a moment later', () => {
    const [one, other] = [rooms.hold('r', 'ann', true), rooms.hold('r', 'ann', true)]
    one()
    one()
    vi.advanceTimersByTime(60_000)
    expect(made[0]?.isDestroyed).toBe(false)
    other()
    expect(made[0]?.isDestroyed).toBe(false)
    vi.advanceTimersByTime(60_000)
    expect(made[0]?.isDestroyed).toBe(true)
    expect(rooms.clients()).toEqual([])
  })

  it('whoever comes back at once finds the room as it was', () => {
    rooms.hold('r', 'ann', true)()
    vi.advanceTimersByTime(100)
    rooms.hold('r', 'ann', true)
    vi.advanceTimersByTime(60_000)
    expect(made).toHaveLength(1)
    expect(made[0]?.isDestroyed).toBe(false)
  })

  it('one that nobody holds after all closes', () => {
    open()
    vi.advanceTimersByTime(60_000)
    expect(made[0]?.isDestroyed).toBe(true)
  })

  it('one with unsaved words stays until the server has them', () => {
    const leave = rooms.hold('r', 'ann', true)
    made[0]?.set({ unsaved: 3 })
    leave()
    vi.advanceTimersByTime(60_000)
    expect(made[0]?.isDestroyed).toBe(false)
    expect(rooms.clients()).toHaveLength(1)
    made[0]?.set({ unsaved: 0 })
    vi.advanceTimersByTime(60_000)
    expect(made[0]?.isDestroyed).toBe(true)
  })

  it('one that is still connecting stays: its cache may hold words', () => {
    open()
    made[0]?.set({ link: 'connecting' })
    vi.advanceTimersByTime(60_000)
    expect(made[0]?.isDestroyed).toBe(false)
  })

  it('one that its member may not read is opened to be given up where this device keeps it, else not', () => {
    vi.stubGlobal('localStorage', {
      getItem: (name: string) =>
        name === 'minuta.cache:ann:kept' ? JSON.stringify({ epoch: 0, mayWrite: false, asOf: 1 }) : null,
    })
    rooms.giveUp('never here', 'ann')
    rooms.giveUp('kept', 'ann')
    vi.unstubAllGlobals()
    expect(made.map(({ room }) => room)).toEqual(['kept'])
  })

  it('one that was refused and holds nothing is opened anew by whoever comes next', () => {
    rooms.hold('r', 'ann', true)()
    made[0]?.set({ link: 'closed', text: 'none' })
    expect(rooms.get('r', 'ann', true)).toBe(made[1])
    expect(made[0]?.isDestroyed).toBe(true)
    rooms.hold('r', 'ann', true)
    made[1]?.set({ link: 'closed', text: 'none' })
    expect(rooms.get('r', 'ann', true)).toBe(made[1])
  })

  it('a client at its end is replaced, and its readers are told', async () => {
    const told = vi.fn()
    rooms.subscribe(told)
    rooms.hold('r', 'ann', true)
    made[0]?.set({ over: true })
    await Promise.resolve()
    expect(made).toHaveLength(2)
    expect(made[0]?.isDestroyed).toBe(true)
    expect(rooms.get('r', 'ann', true)).toBe(made[1])
    expect(told).toHaveBeenCalled()
  })
})
