import type * as Y from 'yjs'
import type { Journal } from '../../../server/journal/journal.ts'
import { Connection, type Visitor } from '../../../server/sync/connection.ts'
import type { Clock, Socket } from '../../../server/sync/ports.ts'
import { Rooms } from '../../../server/sync/rooms.ts'
import { type MemberId, parseRoomName, type RoomName, type RoomParts } from '../../../shared/ids/ids.ts'
import type { SimClock } from './sim-clock.ts'

const { name: ROOM, parts: PARTS } = parseRoomName('m/sim/notes/t1') as { name: RoomName; parts: RoomParts }

export { ROOM as SIM_ROOM }

/** The real rooms over a simulated disk and simulated sockets; it can be killed and started again. */
export class SimServer {
  readonly #journal: Journal
  readonly #clock: SimClock
  readonly #seed: (doc: Y.Doc) => void
  #process = { isDead: false }
  rooms: Rooms
  /** Every event that the server logged: the run says what it met. */
  readonly events = new Map<string, number>()
  readonly #readers = new Set<MemberId>()
  readonly #connections = new Map<Connection, MemberId>()

  constructor(journal: Journal, clock: SimClock, seed: (doc: Y.Doc) => void) {
    this.#journal = journal
    this.#clock = clock
    this.#seed = seed
    this.rooms = this.#start()
  }

  /** Takes a socket; null while storage is in trouble. */
  accept(member: MemberId, socket: Socket): Connection | null {
    const { rooms } = this
    if (rooms.committer.trouble !== null) return null
    const connection = new Connection(socket, this.#visitor(member), this.#clock)
    this.#connections.set(connection, member)
    rooms.get(ROOM, PARTS).then(
      (room) => {
        if (room.isStopped) connection.close(4500, 'loaded again')
        else if (rooms === this.rooms) connection.enter(room)
      },
      () => connection.close(4500, 'could not be loaded'),
    )
    return connection
  }

  /** The chair takes a member's right to write, or gives it back: it holds at once (SY9). */
  setRight(member: MemberId, mayWrite: boolean): void {
    if (mayWrite) this.#readers.delete(member)
    else this.#readers.add(member)
    for (const [connection, who] of this.#connections)
      if (who === member) connection.admitAgain(this.#visitor(member))
  }

  /** The process dies and a new one starts: all that was only in memory is gone. */
  restart(): void {
    this.#process.isDead = true
    this.#connections.clear()
    this.rooms = this.#start()
  }

  #visitor(member: MemberId): Visitor {
    const mayWrite = !this.#readers.has(member)
    const identity = { id: member, name: String(member), role: 'rapporteur', mechanism: null, colour: 1 }
    return { member: identity, mayWrite, mayBeLate: true }
  }

  #start(): Rooms {
    const process = { isDead: false }
    this.#process = process
    return new Rooms(
      fencedJournal(this.#journal, process),
      fencedClock(this.#clock, process),
      () => this.#seed,
      (event) => this.events.set(event, (this.events.get(event) ?? 0) + 1),
    )
  }
}

/** What a dead process would still do is not done: its calls are never answered. */
function fencedJournal(journal: Journal, process: { readonly isDead: boolean }): Journal {
  const fence = async <T>(call: () => Promise<T>): Promise<T> => {
    if (process.isDead) return new Promise<T>(() => {})
    try {
      const result = await call()
      return process.isDead ? await new Promise<T>(() => {}) : result
    } catch (error) {
      if (process.isDead) return new Promise<T>(() => {})
      throw error
    }
  }
  return {
    append: (batch) => fence(() => journal.append(batch)),
    read: (room) => fence(() => journal.read(room)),
    history: (room, after) => fence(() => journal.history(room, after)),
    keepSnapshot: (room, snapshot) => fence(() => journal.keepSnapshot(room, snapshot)),
    commandResult: (key) => fence(() => journal.commandResult(key)),
    lateWords: (room) => fence(() => journal.lateWords(room)),
    rooms: () => fence(() => journal.rooms()),
    reopen: () => fence(() => journal.reopen()),
    close: () => fence(() => journal.close()),
  }
}

function fencedClock(clock: SimClock, process: { readonly isDead: boolean }): Clock {
  return {
    now: () => clock.now(),
    elapsed: () => clock.elapsed(),
    after: (ms, callback) => clock.after(ms, () => (process.isDead ? undefined : callback())),
  }
}
