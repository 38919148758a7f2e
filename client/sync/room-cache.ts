import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import { cacheName, markUnsent } from './cache-directory.ts'
import { StoredTogether } from './stored-together.ts'
import type { UnsentFrom } from './unsent-text.ts'

/** What a page had not sent when it was last heard of. */
export interface LeftUnsent extends UnsentFrom {
  readonly count: number
}

/** What a room keeps on this device. */
export interface RoomCache {
  /** What earlier pages, or other tabs, left unsent when this cache was opened. */
  readonly left: readonly LeftUnsent[]
  /** A write was lost, or another tab took the cache away: nothing more is kept. */
  readonly isLost: boolean
  /** Notes what is unsent now; resolves with whether this device holds it and all that was written before. */
  keep(client: number, clock: number, count: number): Promise<boolean>
  /** Forgets what `left` said: the server has it. */
  settle(): Promise<void>
  /** Stores the state in one piece: what was deleted from the text stands in no earlier update any more. */
  compact(): Promise<void>
  close(): void
  /** Takes the cache away, for good. */
  drop(): Promise<void>
}

/** IndexedDB of some browsers neither opens nor fails; a page must not wait for it. */
const OPEN_MS = 3000
const UPDATES = 'updates'
const CUSTOM = 'custom'
const UNSENT = 'unsent:'

/** Opens a room's cache and fills the document from it; null where this device can keep nothing. */
export async function openRoomCache(
  doc: Y.Doc,
  member: string,
  room: string,
  epoch: number,
): Promise<RoomCache | null> {
  if (!(await indexedDbWorks())) return null
  const persistence = new IndexeddbPersistence(cacheName(member, room, epoch), doc)
  // It would store each update by itself.
  doc.off('update', persistence._storeUpdate)
  const updates = new StoredTogether(doc, persistence, (update) => persistence._storeUpdate(update, null))
  if (!(await within(OPEN_MS, persistence.whenSynced)) || persistence.db === null) {
    updates.stop(false)
    void persistence.destroy()
    return null
  }
  const cache = new IndexedRoomCache(persistence, updates, persistence.db, member, room)
  await cache.readLeft()
  return cache
}

class IndexedRoomCache implements RoomCache {
  left: readonly LeftUnsent[] = []
  readonly #persistence: IndexeddbPersistence
  readonly #updates: StoredTogether
  readonly #db: IDBDatabase
  readonly #member: string
  readonly #room: string
  #isLost = false

  constructor(
    persistence: IndexeddbPersistence,
    updates: StoredTogether,
    db: IDBDatabase,
    member: string,
    room: string,
  ) {
    this.#persistence = persistence
    this.#updates = updates
    this.#db = db
    this.#member = member
    this.#room = room
    // A write that fails (a full disk) aborts its transaction, and that reaches the database.
    db.addEventListener('abort', () => this.#lose())
    db.addEventListener('close', () => this.#lose())
    db.addEventListener('versionchange', () => this.#lose())
  }

  get isLost(): boolean {
    return this.#isLost
  }

  async readLeft(): Promise<void> {
    const [store] = this.#open([CUSTOM], 'readonly')
    if (store === undefined) return
    const range = IDBKeyRange.bound(UNSENT, `${UNSENT}\uffff`)
    const [names, values] = await Promise.all([result(store.getAllKeys(range)), result(store.getAll(range))])
    this.left = names.flatMap((name, index) => {
      const { count, clock } = (values[index] ?? {}) as Partial<LeftUnsent>
      const client = Number(String(name).slice(UNSENT.length))
      return count === undefined || clock === undefined ? [] : [{ client, clock, count }]
    })
  }

  async keep(client: number, clock: number, count: number): Promise<boolean> {
    // Whoever says what is unsent hears of an update before this cache does.
    await Promise.resolve()
    // Over both stores: it begins when the updates written before it are done, and ends after them.
    const [, store] = this.#open([UPDATES, CUSTOM], 'readwrite')
    if (store === undefined) return false
    if (count > 0) store.put({ count, clock }, UNSENT + client)
    else store.delete(UNSENT + client)
    return (await completed(store.transaction)) && !this.#isLost
  }

  async settle(): Promise<void> {
    const { left } = this
    this.left = []
    const [store] = left.length === 0 ? [] : this.#open([CUSTOM], 'readwrite')
    if (store === undefined) return
    for (const { client, count } of left) {
      const name = UNSENT + client
      const now = (await result(store.get(name))) as Partial<LeftUnsent> | undefined
      // Another tab that is still open goes on counting by itself.
      if (now?.count === count) store.delete(name)
      markUnsent(this.#member, this.#room, client, false)
    }
  }

  async compact(): Promise<void> {
    const { compactUpdates } = await import('./compact-updates.ts')
    this.#updates.flush()
    const [store] = this.#open([UPDATES], 'readwrite')
    if (store !== undefined) await compactUpdates(store, this.#persistence.doc)
  }

  close(): void {
    this.#updates.stop(true)
    this.#isLost = true
    void this.#persistence.destroy()
  }

  async drop(): Promise<void> {
    this.#updates.stop(false)
    this.#isLost = true
    await this.#persistence.destroy()
    await deleteDatabase(this.#persistence.name)
  }

  #lose(): void {
    if (this.#isLost) return
    this.#updates.stop(false)
    this.#isLost = true
    void this.#persistence.destroy()
  }

  #open(names: readonly string[], mode: IDBTransactionMode): readonly IDBObjectStore[] {
    if (this.#isLost) return []
    try {
      const transaction = this.#db.transaction([...names], mode)
      return names.map((name) => transaction.objectStore(name))
    } catch {
      this.#lose()
      return []
    }
  }
}

let works: Promise<boolean> | null = null

/** Private windows and full disks: some browsers have IndexedDB and fail at the first write. */
function indexedDbWorks(): Promise<boolean> {
  works ??= probe()
  return works
}

async function probe(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false
  try {
    const opening = indexedDB.open('minuta:probe')
    opening.onupgradeneeded = () => opening.result.createObjectStore('probe')
    if (!(await within(OPEN_MS, result(opening)))) return false
    const transaction = opening.result.transaction('probe', 'readwrite')
    transaction.objectStore('probe').put(1, 'probe')
    const written = await completed(transaction)
    opening.result.close()
    return written
  } catch {
    return false
  }
}

/** Takes a cache away, for good; nothing is to do where there is no IndexedDB. */
export async function deleteDatabase(name: string): Promise<void> {
  if (typeof indexedDB === 'undefined') return
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    // `blocked` is no end: a tab that holds it lets go when it hears of the change of version.
    request.onsuccess = () => resolve()
    request.onerror = () => resolve()
  })
}

function result<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function completed(transaction: IDBTransaction): Promise<boolean> {
  return new Promise((resolve) => {
    transaction.oncomplete = () => resolve(true)
    transaction.onabort = () => resolve(false)
  })
}

async function within(ms: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  const done = promise.then(
    () => true,
    () => false,
  )
  const inTime = await Promise.race([done, late])
  clearTimeout(timer)
  return inTime
}
