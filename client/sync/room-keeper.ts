import type * as Y from 'yjs'
import {
  type CacheEntry,
  cacheName,
  forgetEntry,
  markUnsent,
  pagesWithUnsent,
  readEntry,
  writeEntry,
} from './cache-directory.ts'
import { deleteDatabase, type LeftUnsent, type openRoomCache, type RoomCache } from './room-cache.ts'

/** What a device kept of a room. */
export interface Kept {
  readonly mayWrite: boolean
  readonly asOf: number
  readonly isEmpty: boolean
  /** Changes that earlier pages had not sent. */
  readonly leftCount: number
}

/** After this without IndexedDB's word, what was typed does not count as kept. */
const KEEP_MS = 1000
/** Longer than the pause between two keys. */
const UNMARK_MS = 2000

/**
 * Keeps one room on this device, as far as the device can. Invariants:
 * 1. One note of what is unsaved is under way at a time; the next one says how it stands then.
 * 2. `isHeld` is true only when everything typed so far is in IndexedDB, by IndexedDB's own word.
 */
export class RoomKeeper {
  readonly #doc: Y.Doc
  readonly #member: string
  readonly #room: string
  readonly #openCache: typeof openRoomCache
  #cache: RoomCache | null = null
  #entry: CacheEntry | null
  /** The entry has stood in the browser's storage. */
  #isNoted: boolean
  #next: (() => void) | null = null
  #isKeeping = false
  #isHeld = false
  #isMarked = false
  #isUnsent = false
  #unmark: ReturnType<typeof setTimeout> | undefined
  #isDropped = false
  /** Words were kept back before the cache was there. */
  #isStale = false

  constructor(doc: Y.Doc, member: string, room: string, openCache: typeof openRoomCache) {
    this.#doc = doc
    this.#member = member
    this.#room = room
    this.#openCache = openCache
    this.#entry = readEntry(member, room)
    this.#isNoted = this.#entry !== null
  }

  /** The epoch of what this device keeps; null: it keeps nothing yet. */
  get epoch(): number | null {
    return this.#entry?.epoch ?? null
  }

  get left(): readonly LeftUnsent[] {
    return this.#cache?.left ?? []
  }

  get isHeld(): boolean {
    return this.#isHeld && !this.#isKeeping && this.#cache?.isLost !== true
  }

  /** Whether another page of this browser has words here that are on no server's disk. */
  get othersWait(): boolean {
    const own = this.#doc.clientID
    return pagesWithUnsent(this.#member, this.#room).some((client) => client !== own)
  }

  /** Fills the document with what this device keeps; null: it keeps nothing. */
  async open(): Promise<Kept | null> {
    const entry = this.#entry
    if (entry === null) return null
    await this.#openAt(entry.epoch)
    if (!this.#isHeld) {
      this.#entry = null
      return null
    }
    this.#forgetStaleMarks()
    return { ...entry, isEmpty: this.#doc.store.clients.size === 0, leftCount: this.#leftCount() }
  }

  /** Begins to keep the room, now that its epoch is known; gives how many changes earlier pages had not sent. */
  async begin(epoch: number): Promise<number> {
    this.#entry = { epoch, mayWrite: false, asOf: 0 }
    await this.#openAt(epoch)
    return this.#leftCount()
  }

  async #openAt(epoch: number): Promise<void> {
    this.#cache = await this.#openCache(this.#doc, this.#member, this.#room, epoch)
    this.#isHeld = this.#cache !== null
    // It was dropped while it was being opened.
    if (this.#isDropped) await this.drop()
    else if (this.#isStale) this.compact()
  }

  /** Notes what a later page is to know before the server answers. */
  note(change: { readonly mayWrite: boolean; readonly asOf: number | null }): void {
    if (this.#entry === null) return
    // The person signed out, here or in another tab, and the connection ends after it: what was cleared stays so.
    if (this.#isNoted && readEntry(this.#member, this.#room) === null) return
    const { mayWrite, asOf } = change
    this.#isNoted = true
    this.#entry = { ...this.#entry, mayWrite, asOf: asOf ?? this.#entry.asOf }
    writeEntry(this.#member, this.#room, this.#entry)
  }

  /** Has IndexedDB note what is unsaved; `tell` hears whether this device holds it. */
  keep(count: number, clock: number, tell: (kept: boolean) => void): void {
    const { clientID } = this.#doc
    const cache = this.#cache
    if (cache === null) return
    this.#mark(count > 0)
    if (this.#isKeeping) {
      this.#next = () => this.keep(count, clock, tell)
      return
    }
    this.#isKeeping = true
    const late = setTimeout(() => tell(false), KEEP_MS)
    void cache.keep(clientID, clock, count).then((held) => {
      clearTimeout(late)
      this.#isKeeping = false
      this.#isHeld = held
      tell(held)
      const next = this.#next
      this.#next = null
      next?.()
    })
  }

  /** Marks at once that words wait, and a while after they are sent that none do: not at every key. */
  #mark(isUnsent: boolean): void {
    const { clientID } = this.#doc
    this.#isUnsent = isUnsent
    clearTimeout(this.#unmark)
    if (isUnsent && !this.#isMarked) {
      this.#isMarked = true
      markUnsent(this.#member, this.#room, clientID, true)
    } else if (!isUnsent && this.#isMarked) this.#unmark = setTimeout(() => this.#forgetMark(), UNMARK_MS)
  }

  #forgetMark(): void {
    if (!this.#isMarked) return
    this.#isMarked = false
    markUnsent(this.#member, this.#room, this.#doc.clientID, false)
  }

  /** A page that ended just after its words were sent has left its mark, and no words. */
  #forgetStaleMarks(): void {
    const left = new Set(this.left.map(({ client }) => client))
    for (const client of pagesWithUnsent(this.#member, this.#room))
      if (!left.has(client)) markUnsent(this.#member, this.#room, client, false)
  }

  #leftCount(): number {
    return this.left.reduce((sum, { count }) => sum + count, 0)
  }

  /** The server has what earlier pages left. */
  async settle(): Promise<void> {
    await this.#cache?.settle()
  }

  /** Has this device keep nothing of what was taken out of the text: also not in an update of some time ago. */
  compact(): void {
    this.#isStale = true
    // What can't be done now is done when the cache is opened again.
    this.#cache?.compact().catch(() => {})
  }

  close(): void {
    this.#next = null
    clearTimeout(this.#unmark)
    if (!this.#isUnsent) this.#forgetMark()
    this.#cache?.close()
    this.#cache = null
  }

  /** Takes away what this device keeps of the room. */
  async drop(): Promise<void> {
    const cache = this.#cache
    const entry = this.#entry ?? readEntry(this.#member, this.#room)
    this.#cache = null
    this.#next = null
    this.#entry = null
    this.#isHeld = false
    this.#isDropped = true
    forgetEntry(this.#member, this.#room)
    clearTimeout(this.#unmark)
    this.#forgetMark()
    for (const { client } of cache?.left ?? []) markUnsent(this.#member, this.#room, client, false)
    // One that never opened, or is being opened, may hold words all the same.
    if (cache !== null) await cache.drop()
    else if (entry !== null) await deleteDatabase(cacheName(this.#member, this.#room, entry.epoch))
  }
}
