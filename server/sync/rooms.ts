import type * as Y from 'yjs'
import type { RoomName, RoomParts } from '../../shared/ids/ids.ts'
import { IDLE_ROOM_MS } from '../../shared/limits/sync-limits.ts'
import type { Journal } from '../journal/journal.ts'
import { cleanUpOf } from './clean-formats.ts'
import { Committer, type Observe } from './committer.ts'
import type { Clock } from './ports.ts'
import { type OnPreview, Preview } from './preview.ts'
import { Room, type RoomContext } from './room.ts'
import { RoomDocument } from './room-document.ts'

/**
 * What the server writes into a room when it is loaded, or null. `isNew`: nothing was ever written to it; the server
 * alone seeds, once (RM5). For the others: a copy of facts whose truth stands elsewhere is made true again.
 */
export type Seed = (parts: RoomParts, isNew: boolean) => ((doc: Y.Doc) => void) | null

/** The server is closing: nothing is opened any more. */
export class ClosingRooms extends Error {
  constructor() {
    super('The server is closing.')
    this.name = 'ClosingRooms'
  }
}

type Log = (event: string, detail: Readonly<Record<string, unknown>>) => void

/**
 * Every room that is in memory. Invariants:
 * 1. One room per name; who asks while it is loaded gets the same one, who asks while it closes waits (RM3).
 * 2. A failed load makes no room and writes nothing (RM2).
 * 3. A room with anything not yet on disk is never unloaded (RM4); one that is gone leaves nothing behind (RM6).
 */
export class Rooms {
  readonly committer: Committer
  readonly #journal: Journal
  readonly #clock: Clock
  readonly #log: Log
  readonly #seed: Seed
  readonly #open = new Map<RoomName, Promise<Room>>()
  readonly #idle = new Map<Room, () => void>()
  /** Large rooms that are on disk and not in memory yet, with those who wait for them. */
  readonly #previews = new Map<RoomName, Preview>()
  #closed = false

  constructor(journal: Journal, clock: Clock, seed: Seed, log: Log, observe: Observe = () => {}) {
    this.#journal = journal
    this.#clock = clock
    this.#seed = seed
    this.#log = log
    this.committer = new Committer(journal, clock, log, observe)
  }

  /** How many rooms are in memory or on their way there. */
  get size(): number {
    return this.#open.size
  }

  /**
   * Gives the room of this name, loaded and seeded. Where that takes a while, `onPreview` is called before with the
   * frames that hold all that is stored.
   */
  get(name: RoomName, parts: RoomParts, onPreview: OnPreview = () => {}): Promise<Room> {
    if (this.#closed) return Promise.reject(new ClosingRooms())
    this.#previews.get(name)?.show(onPreview)
    const known = this.#open.get(name)
    if (known !== undefined) return known
    const preview = new Preview(this.#clock)
    preview.show(onPreview)
    this.#previews.set(name, preview)
    const opening = this.#load(name, parts, preview).finally(() => this.#previews.delete(name))
    this.#open.set(name, opening)
    opening.catch(() => {
      if (this.#open.get(name) === opening) this.#open.delete(name)
    })
    return opening
  }

  /** Writes what is waiting, then lets go of every room (SY10). */
  async close(): Promise<void> {
    this.#closed = true
    await this.committer.drain()
    this.committer.close()
    for (const opening of [...this.#open.values()]) {
      const room = await opening.catch(() => null)
      if (room === null) continue
      room.keepSnapshot()
      this.#forget(room)
    }
  }

  async #load(name: RoomName, parts: RoomParts, preview: Preview): Promise<Room> {
    const stored = await this.#journal.read(name)
    // Only rooms in which loading changes nothing: what is shown is then what everybody follows from.
    if (stored !== null && (parts.kind === 'notes' || parts.kind === 'draft')) await preview.offer(stored)
    const context: RoomContext = {
      journal: this.#journal,
      committer: this.committer,
      clock: this.#clock,
      log: this.#log,
      onIdle: (room) => this.#handleIdle(room),
    }
    const room = new Room(name, new RoomDocument(parts, stored), stored, context)
    const seed = this.#seed(parts, stored === null)
    if (seed !== null) await room.write('seed', seed)
    this.#handleIdle(room)
    return room
  }

  #handleIdle(room: Room): void {
    if (room.isStopped) {
      this.#forget(room)
      return
    }
    this.#idle.get(room)?.()
    const stop = this.#clock.after(IDLE_ROOM_MS, () => {
      this.#idle.delete(room)
      if (room.participants.size > 0) return
      if (!room.isQuiet) {
        this.#handleIdle(room)
        return
      }
      const cleanUp = cleanUpOf(room.name, room.document.doc)
      if (cleanUp !== null) {
        // It is unloaded after another such time; a write that fails has stopped the room, which says so.
        room.write('clean-up', cleanUp).catch(() => {})
        return
      }
      room.keepSnapshot()
      this.#forget(room)
    })
    this.#idle.set(room, stop)
  }

  #forget(room: Room): void {
    this.#idle.get(room)?.()
    this.#idle.delete(room)
    room.dispose()
    this.#open.delete(room.name)
  }
}
