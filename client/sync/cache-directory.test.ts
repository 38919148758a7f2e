import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  cachedRooms,
  cacheName,
  forgetEntry,
  markUnsent,
  pagesWithUnsent,
  readEntry,
  roomsWithUnsent,
  writeEntry,
} from './cache-directory.ts'

/** A browser's storage: an object with its values as own keys. */
function storage(): Storage {
  const values: Record<string, string> = {}
  return Object.assign(
    Object.create({
      getItem: (key: string) => values[key] ?? null,
      setItem: (key: string, value: string) => {
        values[key] = value
        Object.assign(store, { [key]: value })
      },
      removeItem: (key: string) => {
        delete values[key]
        Reflect.deleteProperty(store, key)
      },
    }),
  ) as Storage
}
let store: Storage

beforeEach(() => {
  store = storage()
  vi.stubGlobal('localStorage', store)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const ROOM = 'm/m1/notes/t1'
const ENTRY = { epoch: 2, mayWrite: true, asOf: 5 }

describe('what is kept beside the caches', () => {
  it('[SY11] a cache is named by person, room and epoch', () => {
    const names = [
      cacheName('a', ROOM, 1),
      cacheName('b', ROOM, 1),
      cacheName('a', ROOM, 2),
      cacheName('a', 'm/m1/draft', 1),
    ]
    expect(new Set(names).size).toBe(4)
  })

  it('is read as it was written, by person', () => {
    writeEntry('ann', ROOM, ENTRY)
    expect(readEntry('ann', ROOM)).toEqual(ENTRY)
    expect(readEntry('ben', ROOM)).toBeNull()
    expect(cachedRooms('ann')).toEqual([ROOM])
    forgetEntry('ann', ROOM)
    expect(readEntry('ann', ROOM)).toBeNull()
  })

  it.each(['not json', '{}', '{"epoch":"1","mayWrite":true,"asOf":1}', 'null'])(
    'nonsense (%s) is nothing',
    (value) => {
      store.setItem(`minuta.cache:ann:${ROOM}`, value)
      expect(readEntry('ann', ROOM)).toBeNull()
    },
  )

  it('names the rooms whose words wait, each once, until all of them are sent', () => {
    markUnsent('ann', ROOM, 1, true)
    markUnsent('ann', ROOM, 2, true)
    markUnsent('ben', ROOM, 3, true)
    expect(roomsWithUnsent('ann')).toEqual([ROOM])
    expect([...pagesWithUnsent('ann', ROOM)].sort()).toEqual([1, 2])
    markUnsent('ann', ROOM, 1, false)
    expect(roomsWithUnsent('ann')).toEqual([ROOM])
    markUnsent('ann', ROOM, 2, false)
    expect(roomsWithUnsent('ann')).toEqual([])
  })

  it('a browser that forbids storage has nothing and breaks nothing', () => {
    vi.stubGlobal('localStorage', undefined)
    writeEntry('ann', ROOM, ENTRY)
    expect([readEntry('ann', ROOM), cachedRooms('ann'), roomsWithUnsent('ann')]).toEqual([null, [], []])
  })
})
