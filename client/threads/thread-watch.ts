import type { ThreadRoom } from '../../shared/threads/thread-facts.ts'
import { openRooms } from '../sync/open-rooms.ts'
import type { RoomClient } from '../sync/room-client.ts'
import { readThreads } from './read-threads.ts'
import type { ShownThread } from './thread.ts'

interface Watched {
  readonly client: RoomClient
  readonly stop: () => void
}

/**
 * Reads the threads of some rooms of one meeting, live. Holds the rooms open while somebody listens; a room whose
 * document had to start again is read anew.
 */
export class ThreadWatch {
  readonly #meeting: string
  readonly #member: string
  readonly #rooms: readonly ThreadRoom[]
  readonly #listeners = new Set<() => void>()
  readonly #watched = new Map<ThreadRoom, Watched>()
  #stops: (() => void)[] = []
  #threads: readonly ShownThread[] | null = null

  constructor(meeting: string, member: string, rooms: readonly ThreadRoom[]) {
    this.#meeting = meeting
    this.#member = member
    this.#rooms = rooms
  }

  /** Oldest first; the same list until something in it changes. */
  readonly threads = (): readonly ShownThread[] => {
    this.#threads ??= this.#rooms.flatMap((room) => readThreads(this.#clientOf(room).doc, room))
    return this.#threads
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#start()
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#stop()
    }
  }

  #start(): void {
    this.#stops = this.#rooms.map((room) => openRooms.hold(this.#nameOf(room), this.#member, true))
    this.#stops.push(openRooms.subscribe(() => this.#look()))
    this.#threads = null
    this.#look()
  }

  #stop(): void {
    for (const stop of this.#stops) stop()
    for (const { stop } of this.#watched.values()) stop()
    this.#watched.clear()
    this.#stops = []
  }

  #look(): void {
    for (const room of this.#rooms) {
      const client = this.#clientOf(room)
      const before = this.#watched.get(room)
      if (before?.client === client) continue
      before?.stop()
      this.#watched.set(room, this.#watch(client))
      this.#changed()
    }
  }

  #watch(client: RoomClient): Watched {
    const roots = ['threads', 'comments'].map((root) => client.doc.getMap(root))
    const handle = (): void => this.#changed()
    for (const root of roots) root.observe(handle)
    const stop = (): void => {
      for (const root of roots) root.unobserve(handle)
    }
    return { client, stop }
  }

  #clientOf(room: ThreadRoom): RoomClient {
    // "Writes" keeps it on this device, although nobody writes there: without the server it can then still be read.
    return openRooms.get(this.#nameOf(room), this.#member, true)
  }

  #nameOf(room: ThreadRoom): string {
    return `m/${this.#meeting}/${room}`
  }

  #changed(): void {
    this.#threads = null
    for (const listener of [...this.#listeners]) listener()
  }
}

const watches = new Map<string, ThreadWatch>()

/** Gives the watch over some rooms: the same for all parts of a page. */
export function threadWatchOf(meeting: string, member: string, rooms: readonly ThreadRoom[]): ThreadWatch {
  const name = [meeting, member, ...rooms].join(' ')
  const known = watches.get(name)
  if (known !== undefined) return known
  const made = new ThreadWatch(meeting, member, rooms)
  watches.set(name, made)
  return made
}
