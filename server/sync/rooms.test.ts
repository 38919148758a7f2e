import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { parseRoomName, type RoomName, type RoomParts } from '../../shared/ids/ids.ts'
import { IDLE_ROOM_MS } from '../../shared/limits/sync-limits.ts'
import { JournalError, type StoredRoom } from '../journal/journal.ts'
import { MemoryJournal } from '../journal/testing/memory-journal.ts'
import { Rooms } from './rooms.ts'
import { seedOf } from './seed.ts'
import { StillClock } from './testing/still-clock.ts'

class FlakyJournal extends MemoryJournal {
  fails = false

  override async read(room: RoomName): Promise<StoredRoom | null> {
    if (this.fails) throw new JournalError('damaged', `${room} is damaged.`, room)
    return super.read(room)
  }
}

function named(topic: string): { name: RoomName; parts: RoomParts } {
  const parsed = parseRoomName(`m/m1/notes/${topic}`)
  if (parsed === null) throw new Error(topic)
  return parsed
}

function setUp(): { clock: StillClock; journal: FlakyJournal; rooms: Rooms } {
  const clock = new StillClock()
  const journal = new FlakyJournal()
  return { clock, journal, rooms: new Rooms(journal, clock, seedOf, () => {}) }
}

describe('rooms', () => {
  it('[RM3] a second opener waits for the first load and gets the same room', async () => {
    const { rooms } = setUp()
    const { name, parts } = named('t1')
    const [one, other] = await Promise.all([rooms.get(name, parts), rooms.get(name, parts)])
    expect(other).toBe(one)
  })

  it('[RM2] a failed load makes no room and writes nothing; the next one gets it', async () => {
    const { journal, rooms } = setUp()
    const { name, parts } = named('t1')
    journal.fails = true
    await expect(rooms.get(name, parts)).rejects.toMatchObject({ fault: 'damaged' })
    expect(rooms.size).toBe(0)
    expect(await journal.rooms()).toEqual([])
    journal.fails = false
    expect((await rooms.get(name, parts)).document.doc.getText('text').length).toBe(2)
  })

  it('[RM5] a room is seeded once, whoever opens it first and however often it comes back', async () => {
    const { clock, journal, rooms } = setUp()
    const { name, parts } = named('t1')
    await rooms.get(name, parts)
    clock.advance(IDLE_ROOM_MS)
    expect(rooms.size).toBe(0)
    await rooms.get(name, parts)
    expect((await journal.read(name))?.seq).toBe(1)
  })

  it('[RM4] a room with anything not yet on disk stays in memory', async () => {
    const { clock, rooms } = setUp()
    const { name, parts } = named('t1')
    const room = await rooms.get(name, parts)
    await room.hold()
    clock.advance(IDLE_ROOM_MS)
    expect(rooms.size).toBe(1)
    room.release()
    clock.advance(IDLE_ROOM_MS)
    expect(rooms.size).toBe(0)
  })

  it('[RM6] 300 rooms that came, failed or stopped leave no document, timer or listener behind', async () => {
    const { clock, journal, rooms } = setUp()
    const docs: Y.Doc[] = []
    for (let count = 0; count < 300; count++) {
      const { name, parts } = named(`t${count}`)
      journal.fails = count % 3 === 1
      const room = await rooms.get(name, parts).catch(() => null)
      if (room === null) continue
      docs.push(room.document.doc)
      if (count % 3 === 2) room.stop('broken')
    }
    clock.advance(IDLE_ROOM_MS)
    expect(docs).toHaveLength(200)
    expect(rooms.size).toBe(0)
    expect(clock.timers.size).toBe(0)
    expect(docs.every(({ isDestroyed }) => isDestroyed)).toBe(true)
    const listeners = docs.map((doc) => [...doc._observers.values()].reduce((sum, set) => sum + set.size, 0))
    expect(listeners.every((count) => count === 0)).toBe(true)
  })
})

describe('a room that is held', () => {
  it('is held by one at a time, in the order in which they asked', async () => {
    const { rooms } = setUp()
    const { name, parts } = named('t1')
    const room = await rooms.get(name, parts)
    const order: string[] = []
    await room.hold()
    const second = room.hold().then(() => order.push('second'))
    const third = room.hold().then(() => order.push('third'))
    order.push('first')
    room.release()
    await second
    room.release()
    await third
    expect(order).toEqual(['first', 'second', 'third'])
  })

  it('refuses whoever waits when it stops', async () => {
    const { rooms } = setUp()
    const { name, parts } = named('t1')
    const room = await rooms.get(name, parts)
    await room.hold()
    const waiting = room.hold()
    room.stop('broken')
    await expect(waiting).rejects.toThrow('has stopped')
    await expect(room.hold()).rejects.toThrow('has stopped')
  })
})
