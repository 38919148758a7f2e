import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { type MeetingId, parseRoomName, type RoomName, type RoomParts } from '../../shared/ids/ids.ts'
import {
  CLOSE_GRACE_MS,
  KEEP_ALIVE_MS,
  MAX_CONNECTIONS_PER_MEMBER,
  MAX_FRAME_BYTES,
} from '../../shared/limits/sync-limits.ts'
import { CLOSE } from './close-codes.ts'
import { COMPRESSION } from './compression.ts'
import { Connection, type Visitor } from './connection.ts'
import type { Clock } from './ports.ts'
import type { Rooms } from './rooms.ts'
import { WireSocket } from './wire-socket.ts'

/** Decides who comes in: the same policy as everywhere (design §9). */
export interface SyncPolicy {
  /** Whether a browser on this page may open a socket at all (Origin). */
  originAllowed(request: IncomingMessage): boolean
  /** The sign-in that a request carries, or null. */
  signInOf(request: IncomingMessage): string | null
  /** Who that is and what they may do in the room, or why not. */
  admit(signIn: string | null, parts: RoomParts): Visitor | Denial
}

/** Why nobody comes in. */
export type Denial = 'signed-out' | 'forbidden' | 'not-found'

const CLOSE_OF_DENIAL: Readonly<Record<Denial, number>> = {
  'signed-out': CLOSE.signedOut,
  forbidden: CLOSE.forbidden,
  'not-found': CLOSE.notFound,
}

const PATH = '/sync/'

/** What a socket was let in with, to be asked again. */
interface Admission {
  readonly signIn: string | null
  readonly parts: RoomParts
}

/** Takes WebSocket upgrades at `/sync/<room>` and ties each socket to its room. */
export class SyncServer {
  readonly #rooms: Rooms
  readonly #policy: SyncPolicy
  readonly #sockets: WebSocketServer
  readonly #connections = new Map<Connection, Admission>()
  readonly #clock: Clock
  readonly #perMember = new Map<string, number>()
  readonly #stopKeepAlive: () => void
  #closing = false

  /** `compress`: clients that offer to compress are taken at their word. */
  constructor(rooms: Rooms, policy: SyncPolicy, clock: Clock, compress = false) {
    this.#sockets = new WebSocketServer({
      noServer: true,
      // Also of what a compressed frame becomes.
      maxPayload: MAX_FRAME_BYTES,
      perMessageDeflate: compress ? COMPRESSION : false,
    })
    this.#rooms = rooms
    this.#policy = policy
    this.#clock = clock
    this.#stopKeepAlive = repeat(clock, KEEP_ALIVE_MS, () => {
      for (const connection of this.#connections.keys()) connection.keepAlive()
      for (const socket of this.#sockets.clients) checkAlive(socket)
    })
  }

  /** How many sockets are open. */
  get connectionCount(): number {
    return this.#connections.size
  }

  /** Answers the upgrades of an HTTP server. */
  attach(server: Server): void {
    server.on('upgrade', (request, stream, head) => this.#upgrade(request, stream, head))
  }

  /** Asks the policy again for every open socket of a meeting: a changed role, phase or assignment holds at once (SY9). */
  admitAgain(meeting: MeetingId): void {
    for (const [connection, { signIn, parts }] of [...this.#connections]) {
      if (parts.meeting !== meeting) continue
      const visitor = this.#policy.admit(signIn, parts)
      if (typeof visitor === 'string') connection.close(CLOSE_OF_DENIAL[visitor], visitor)
      else connection.admitAgain(visitor)
    }
  }

  /** Tells every client to come back, after all that waits is written (SY10). */
  async close(): Promise<void> {
    this.#closing = true
    this.#stopKeepAlive()
    await this.#rooms.committer.drain()
    for (const connection of [...this.#connections.keys()]) connection.close(CLOSE.restart, 'restart')
    await this.#rooms.close()
    // ws waits 30 s for a peer that does not answer; a service manager kills after 10.
    this.#clock.after(CLOSE_GRACE_MS, () => {
      for (const socket of this.#sockets.clients) socket.terminate()
    })
    this.#sockets.close()
  }

  #upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    // Node takes its own listener off at an upgrade; a peer that resets would end the process.
    stream.on('error', () => stream.destroy())
    const name = roomOf(request.url ?? '')
    if (this.#closing || name === null || !this.#policy.originAllowed(request)) {
      const status = this.#closing
        ? '503 Service Unavailable'
        : name === null
          ? '404 Not Found'
          : '403 Forbidden'
      stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
      return
    }
    const signIn = this.#policy.signInOf(request)
    this.#sockets.handleUpgrade(request, stream, head, (socket) => this.#open(socket, stream, signIn, name))
  }

  // A refusal comes after the handshake: a browser sees no status of a refused upgrade, and would try for ever.
  #open(
    socket: WebSocket,
    stream: Duplex,
    signIn: string | null,
    { name, parts }: { readonly name: RoomName; readonly parts: RoomParts },
  ): void {
    // Also on sockets that are refused: ws reads on until the other side has closed.
    socket.on('error', () => socket.terminate())
    const visitor = this.#policy.admit(signIn, parts)
    if (typeof visitor === 'string') {
      socket.close(CLOSE_OF_DENIAL[visitor], visitor)
      return
    }
    const member = `${parts.meeting}/${visitor.member.id}`
    const open = this.#perMember.get(member) ?? 0
    if (open >= MAX_CONNECTIONS_PER_MEMBER) {
      socket.close(CLOSE.busy, 'too many connections')
      return
    }
    this.#perMember.set(member, open + 1)
    const connection = new Connection(new WireSocket(socket, stream), visitor, this.#clock)
    this.#connections.set(connection, { signIn, parts })
    alive.add(socket)
    socket.on('pong', () => alive.add(socket))
    socket.on('message', (data: ArrayBuffer | Buffer | Buffer[]) => connection.receive(bytesOf(data)))
    socket.on('close', () => {
      this.#connections.delete(connection)
      const left = (this.#perMember.get(member) ?? 1) - 1
      if (left > 0) this.#perMember.set(member, left)
      else this.#perMember.delete(member)
      connection.handleClosed()
    })
    this.#enter(connection, name, parts)
  }

  #enter(connection: Connection, name: RoomName, parts: RoomParts): void {
    const { trouble } = this.#rooms.committer
    if (trouble !== null) {
      connection.turnAway(trouble)
      return
    }
    const preview = (frames: readonly Uint8Array[]): void => connection.preview(frames)
    this.#rooms.get(name, parts, preview).then(
      (room) => {
        if (room.isStopped) connection.close(CLOSE.again, 'loaded again')
        else connection.enter(room)
      },
      () => connection.close(CLOSE.again, 'could not be loaded'),
    )
  }
}

const alive = new WeakSet<WebSocket>()

/** Ends a socket that did not answer the ping before. */
function checkAlive(socket: WebSocket): void {
  if (!alive.delete(socket)) {
    socket.terminate()
    return
  }
  socket.ping()
}

function roomOf(url: string): ReturnType<typeof parseRoomName> {
  const path = url.split('?')[0] ?? ''
  if (!path.startsWith(PATH)) return null
  try {
    return parseRoomName(decodeURIComponent(path.slice(PATH.length)))
  } catch {
    return null
  }
}

function bytesOf(data: ArrayBuffer | Buffer | Buffer[]): Uint8Array {
  if (Array.isArray(data)) return new Uint8Array(Buffer.concat(data))
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.length)
}

function repeat(clock: Clock, ms: number, callback: () => void): () => void {
  let stop = (): void => {}
  const next = (): void => {
    stop = clock.after(ms, () => {
      callback()
      next()
    })
  }
  next()
  return () => stop()
}
