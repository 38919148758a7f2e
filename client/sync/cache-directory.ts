// What this browser keeps beside the caches, so that a page finds them without asking the server: which epoch a room
// was in, whether its member could write, and which rooms hold words that were not sent.

/** What is known of a cached room before the server has answered. */
export interface CacheEntry {
  readonly epoch: number
  readonly mayWrite: boolean
  /** When the server last said how the text stands. */
  readonly asOf: number
}

const ROOM = 'minuta.cache:'
const UNSENT = 'minuta.unsent:'

/** Names the cache of a room: by person and room and epoch (SY11). */
export function cacheName(member: string, room: string, epoch: number): string {
  return `minuta:${member}:${room}:${epoch}`
}

/** Reads what was kept of a room; null: nothing. */
export function readEntry(member: string, room: string): CacheEntry | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(ROOM + key(member, room)) ?? 'null')
    const { epoch, mayWrite, asOf } = (value ?? {}) as Record<string, unknown>
    if (typeof epoch !== 'number' || typeof mayWrite !== 'boolean' || typeof asOf !== 'number') return null
    return { epoch, mayWrite, asOf }
  } catch {
    return null
  }
}

export function writeEntry(member: string, room: string, entry: CacheEntry): void {
  withStorage((storage) => storage.setItem(ROOM + key(member, room), JSON.stringify(entry)))
}

export function forgetEntry(member: string, room: string): void {
  withStorage((storage) => storage.removeItem(ROOM + key(member, room)))
}

/** Marks that one page's words in a room are not on the server's disk, or are again. */
export function markUnsent(member: string, room: string, clientID: number, isUnsent: boolean): void {
  const name = `${UNSENT}${key(member, room)}:${clientID}`
  withStorage((storage) => (isUnsent ? storage.setItem(name, '1') : storage.removeItem(name)))
}

/** Gives the rooms in which a member's words wait for the server, also from pages that are closed. */
export function roomsWithUnsent(member: string): readonly string[] {
  const start = `${UNSENT}${member}:`
  const rooms = keys(start).map((name) => name.slice(start.length, name.lastIndexOf(':')))
  return [...new Set(rooms)]
}

/** Gives the pages that marked their words in a room as not on the server's disk. */
export function pagesWithUnsent(member: string, room: string): readonly number[] {
  const start = `${UNSENT}${key(member, room)}:`
  return keys(start).map((name) => Number(name.slice(start.length)))
}

/** Gives the rooms that are cached for a member. */
export function cachedRooms(member: string): readonly string[] {
  const start = `${ROOM}${member}:`
  return keys(start).map((name) => name.slice(start.length))
}

function keys(start: string): readonly string[] {
  return withStorage((storage) => Object.keys(storage).filter((name) => name.startsWith(start))) ?? []
}

function key(member: string, room: string): string {
  return `${member}:${room}`
}

/** Storage is missing or full in some browsers' private windows: then nothing is remembered. */
function withStorage<Result>(use: (storage: Storage) => Result): Result | null {
  try {
    return use(localStorage)
  } catch {
    return null
  }
}
