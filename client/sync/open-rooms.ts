import { readEntry, roomsWithUnsent } from './cache-directory.ts'
import { RoomClient } from './room-client.ts'
import type { RoomState } from './room-state.ts'

/** How long a room stays open after its last reader: a page that comes back at once finds it live. */
const LINGER_MS = 2000

interface OpenRoom {
  client: RoomClient
  readonly writes: boolean
  holders: number
  timer: ReturnType<typeof setTimeout> | undefined
  stop: () => void
}

/**
 * The rooms that this page has open. Invariants:
 * 1. One client for each room and member, shared by all that read it.
 * 2. A room with unsaved words stays open until the server has them, whoever has left it.
 * 3. A client that is at its end is replaced by a new one.
 */
export class OpenRooms {
  readonly #make: typeof makeClient
  readonly #rooms = new Map<string, OpenRoom>()
  readonly #listeners = new Set<() => void>()
  #clients: readonly RoomClient[] = []

  constructor(make: typeof makeClient = makeClient) {
    this.#make = make
  }

  /** Gives the client of a room, opened now if need be; hold it, or it closes by itself. */
  get(room: string, member: string, writes: boolean): RoomClient {
    return this.#open(room, member, writes).client
  }

  /** Keeps a room open until the returned function is called. */
  hold(room: string, member: string, writes: boolean): () => void {
    const opened = this.#open(room, member, writes)
    opened.holders++
    clearTimeout(opened.timer)
    opened.timer = undefined
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      opened.holders--
      this.#linger(keyOf(room, member), opened)
    }
  }

  /** Every client that is open now; a new list at each change. */
  readonly clients = (): readonly RoomClient[] => this.#clients

  /** Calls back when a client was opened, replaced or closed. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Opens the rooms in which a member's words wait since an earlier page, until the server has them. */
  deliverUnsent(member: string, isMine: (room: string) => boolean): void {
    for (const room of roomsWithUnsent(member)) if (isMine(room)) this.get(room, member, true)
  }

  /** Opens a room that its member may not read, where this device keeps it: refused, it goes from the device. */
  giveUp(room: string, member: string): void {
    if (readEntry(member, room) !== null) this.get(room, member, true)
  }

  /** Has every room that lost its connection try again at once. */
  readonly wake = (): void => {
    for (const client of this.#clients) client.wake()
  }

  #open(room: string, member: string, writes: boolean): OpenRoom {
    const key = keyOf(room, member)
    const known = this.#rooms.get(key)
    if (known !== undefined && !isGivenUp(known)) return known
    if (known !== undefined) this.#close(key, known)
    const opened: OpenRoom = {
      client: this.#make(room, member, writes),
      writes,
      holders: 0,
      timer: undefined,
      stop: () => {},
    }
    this.#rooms.set(key, opened)
    this.#follow(key, opened)
    this.#linger(key, opened)
    this.#changed()
    return opened
  }

  #follow(key: string, opened: OpenRoom): void {
    opened.stop = opened.client.subscribe(() => {
      if (opened.client.state.over) this.#replace(key, opened)
      else if (opened.holders === 0 && opened.timer === undefined) this.#linger(key, opened)
    })
  }

  #replace(key: string, opened: OpenRoom): void {
    const { client } = opened
    opened.stop()
    opened.client = this.#make(client.room, client.member, opened.writes)
    this.#follow(key, opened)
    client.destroy()
    this.#changed()
  }

  #linger(key: string, opened: OpenRoom): void {
    clearTimeout(opened.timer)
    opened.timer = undefined
    if (opened.holders > 0 || !mayClose(opened.client.state)) return
    opened.timer = setTimeout(() => {
      opened.timer = undefined
      if (opened.holders > 0 || !mayClose(opened.client.state)) return
      this.#close(key, opened)
      this.#changed()
    }, LINGER_MS)
  }

  #close(key: string, opened: OpenRoom): void {
    clearTimeout(opened.timer)
    opened.stop()
    this.#rooms.delete(key)
    opened.client.destroy()
  }

  #changed(): void {
    this.#clients = [...this.#rooms.values()].map(({ client }) => client)
    // Opened while a component renders: its neighbours are told once it has.
    queueMicrotask(() => {
      for (const listener of [...this.#listeners]) listener()
    })
  }
}

/** Whether nobody's words depend on it. A client that loads its cache may still find some. */
function mayClose({ unsaved, link }: RoomState): boolean {
  return unsaved === 0 && link !== 'connecting'
}

/** Whether it was refused, holds nothing, and nobody reads it: whoever opens the room anew may be let in. */
function isGivenUp({ client: { state }, holders }: OpenRoom): boolean {
  return holders === 0 && state.link === 'closed' && state.text === 'none' && state.unsaved === 0
}

function makeClient(room: string, member: string, writes: boolean): RoomClient {
  return new RoomClient({ room, member, writes })
}

function keyOf(room: string, member: string): string {
  return `${member} ${room}`
}

/** The rooms of this page. */
export const openRooms = new OpenRooms()
