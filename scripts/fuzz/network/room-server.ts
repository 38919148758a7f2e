import * as Y from 'yjs'
import type { RoomPorts } from '../../../client/sync/ports.ts'
import { RoomClient } from '../../../client/sync/room-client.ts'
import type { RoomState } from '../../../client/sync/room-state.ts'
import type { SocketClass } from '../../../client/sync/sync-socket.ts'
import type { Batch, Journal } from '../../../server/journal/journal.ts'
import { JournalError } from '../../../server/journal/journal.ts'
import { MemoryJournal } from '../../../server/journal/testing/memory-journal.ts'
import { Connection, type Visitor } from '../../../server/sync/connection.ts'
import { systemClock } from '../../../server/sync/ports.ts'
import { Rooms } from '../../../server/sync/rooms.ts'
import { type MemberId, parseRoomName, type RoomName, type RoomParts } from '../../../shared/ids/ids.ts'

const { name: ROOM, parts: PARTS } = parseRoomName('m/sim/notes/t1') as { name: RoomName; parts: RoomParts }

/** A journal in memory whose writes wait while they are held, and fail while it is full. */
class HeldJournal extends MemoryJournal {
  isFull = false
  #release: (() => void) | null = null
  #held: Promise<void> = Promise.resolve()

  hold(): void {
    this.#held = new Promise((resolve) => {
      this.#release = resolve
    })
  }

  release(): void {
    this.#release?.()
    this.#held = Promise.resolve()
  }

  override async append(batch: Batch): ReturnType<Journal['append']> {
    await this.#held
    if (this.isFull) throw new JournalError('full', 'No space is left.')
    return super.append(batch)
  }
}

/** The real rooms in this process, with sockets that are function calls, and the product's own client at their ends. */
export class RoomServer {
  readonly journal = new HeldJournal()
  readonly rooms = new Rooms(
    this.journal,
    systemClock,
    (_, isNew) => (isNew ? seed : null),
    () => {},
  )
  readonly #sockets = new Set<FakeSocket>()
  readonly #clients: RoomClient[] = []
  /** New sockets fail while it is down. */
  isDown = false
  mayWrite = true
  /** Frames as they arrived, of all clients. */
  readonly arrived: Uint8Array[] = []

  /** Opens the room as a member does in a page. */
  open(member: string, ports: Partial<RoomPorts> = {}): RoomClient {
    const client = new RoomClient({
      room: ROOM,
      member,
      writes: true,
      ports: {
        url: `fake://${member}`,
        WebSocket: this.#socketClass(member),
        openCache: async () => null,
        now: () => Date.now(),
        listen: () => () => {},
        ...ports,
      },
    })
    this.#clients.push(client)
    return client
  }

  /** Cuts every link; what is on its way is lost. `code`: why, as the other end is told. */
  cut(code = 1006): void {
    for (const socket of [...this.#sockets]) socket.lose(code)
  }

  /** Sets what members may do from now on, on the sockets that are open too (SY9). */
  setMayWrite(mayWrite: boolean): void {
    this.mayWrite = mayWrite
    for (const { connection, member } of this.#sockets) connection?.admitAgain(this.#visitor(member))
  }

  async close(): Promise<void> {
    this.journal.release()
    for (const client of this.#clients) client.destroy()
    await this.rooms.close()
  }

  connect(socket: FakeSocket): Connection | null {
    if (this.isDown) return null
    this.#sockets.add(socket)
    const connection = new Connection(
      {
        send: (frame) => socket.deliver(frame.slice()),
        close: (code) => socket.lose(code),
        bufferedBytes: 0,
      },
      this.#visitor(socket.member),
      systemClock,
    )
    const { trouble } = this.rooms.committer
    if (trouble !== null) connection.turnAway(trouble)
    else
      this.rooms.get(ROOM, PARTS).then(
        (room) => (room.isStopped ? connection.close(4500, 'loaded again') : connection.enter(room)),
        () => connection.close(4500, 'could not be loaded'),
      )
    return connection
  }

  forget(socket: FakeSocket): void {
    this.#sockets.delete(socket)
  }

  #visitor(member: string): Visitor {
    const id = member as MemberId
    return {
      member: { id, name: member, role: 'rapporteur', mechanism: null, colour: 1 },
      mayWrite: this.mayWrite,
    }
  }

  #socketClass(member: string): SocketClass {
    const server = this
    return class extends FakeSocket {
      constructor() {
        super(server, member)
      }
    } as unknown as SocketClass
  }
}

/** As much of a WebSocket as a provider uses. */
class FakeSocket {
  static readonly OPEN = 1
  readonly OPEN = 1
  binaryType = ''
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: ((event: object) => void) | null = null
  readonly member: string
  readonly #server: RoomServer
  connection: Connection | null = null

  constructor(server: RoomServer, member: string) {
    this.#server = server
    this.member = member
    setImmediate(() => {
      if (this.readyState !== 0) return
      this.connection = server.connect(this)
      if (this.connection === null) this.lose(1006)
      else {
        this.readyState = 1
        this.onopen?.()
      }
    })
  }

  send(frame: Uint8Array): void {
    const bytes = frame.slice()
    this.#server.arrived.push(bytes)
    setImmediate(() => this.connection?.receive(bytes))
  }

  deliver(frame: Uint8Array): void {
    setImmediate(() => {
      if (this.readyState === 1) this.onmessage?.({ data: frame.buffer as ArrayBuffer })
    })
  }

  close(): void {
    this.lose(1005)
  }

  lose(code: number): void {
    if (this.readyState === 3) return
    const { connection } = this
    this.connection = null
    this.#server.forget(this)
    connection?.handleClosed()
    // After what was sent before it.
    setImmediate(() => {
      this.readyState = 3
      this.onclose?.({ code, reason: '' })
    })
  }
}

/** Resolves as soon as a client's state is as wanted. */
export function until(client: RoomClient, holds: (state: RoomState) => boolean): Promise<void> {
  if (holds(client.state)) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = client.subscribe(() => {
      if (!holds(client.state)) return
      stop()
      resolve()
    })
  })
}

/** Types at the end of the text. */
export function type(client: RoomClient, words: string): void {
  const text = client.doc.getText('text')
  text.insert(text.length - 1, words)
}

export function textOf(doc: Y.Doc): string {
  return doc.getText('text').toString()
}

function seed(doc: Y.Doc): void {
  const text = doc.getText('text')
  text.insertEmbed(0, new Y.Map([['id', 'first']] as never))
  text.insertEmbed(1, { t: 'end' })
}
