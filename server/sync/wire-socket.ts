import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Socket } from './ports.ts'

/** A frame larger than this is handed over at once and as it is: whoever sends many of them sees what that takes. */
const LARGE_BYTES = 16 * 1024

/** FIN and "binary", the first byte of every message that is not cut (RFC 6455, 5.2). */
const WHOLE_BINARY = 0x82

/** Sockets with something to write at the end of this turn. */
let waiting: WireSocket[] = []

/**
 * The sending side of a `ws` socket. What is sent within one turn leaves in one write, and what is the same for
 * everybody is put into its WebSocket frame once, not once for each: a server's frames carry no mask. Where the two
 * sides agreed to compress, `ws` writes.
 */
export class WireSocket implements Socket {
  readonly #socket: WebSocket
  readonly #stream: Duplex
  readonly #isCompressed: boolean
  #pending: Uint8Array[] = []
  #pendingBytes = 0

  constructor(socket: WebSocket, stream: Duplex) {
    this.#socket = socket
    this.#stream = stream
    this.#isCompressed = socket.extensions !== ''
  }

  get bufferedBytes(): number {
    const written = this.#isCompressed ? this.#socket.bufferedAmount : this.#stream.writableLength
    return written + this.#pendingBytes
  }

  send(frame: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    if (this.#isCompressed) {
      this.#socket.send(frame)
      return
    }
    this.#pending.push(frame)
    this.#pendingBytes += frame.length
    if (frame.length > LARGE_BYTES) this.write()
    else if (this.#pending.length === 1) {
      if (waiting.length === 0) queueMicrotask(writeAll)
      waiting.push(this)
    }
  }

  close(code: number, reason: string): void {
    this.write()
    this.#socket.close(code, reason.slice(0, 100))
  }

  /** Writes what was sent in this turn. */
  write(): void {
    const frames = this.#pending
    if (frames.length === 0) return
    this.#pending = []
    this.#pendingBytes = 0
    if (this.#socket.readyState !== this.#socket.OPEN) return
    const bytes = joined(frames)
    if (bytes !== null) this.#stream.write(bytes)
    else this.#writeLarge(frames)
  }

  #writeLarge(frames: readonly Uint8Array[]): void {
    this.#stream.cork()
    for (const frame of frames) {
      this.#stream.write(headerOf(frame.length))
      this.#stream.write(frame)
    }
    this.#stream.uncork()
  }
}

function writeAll(): void {
  const sockets = waiting
  waiting = []
  for (const socket of sockets) socket.write()
  lastFrames = []
  lastBytes = null
}

/** What the socket before was given: most often this one is given the same. */
let lastFrames: readonly Uint8Array[] = []
let lastBytes: Buffer | null = null

/** Gives frames as they go over the wire, in one piece; null if that would copy much. */
function joined(frames: readonly Uint8Array[]): Buffer | null {
  if (isLast(frames)) return lastBytes
  const size = frames.reduce((sum, { length }) => sum + length, 0)
  lastFrames = frames
  lastBytes =
    size > LARGE_BYTES ? null : Buffer.concat(frames.flatMap((frame) => [headerOf(frame.length), frame]))
  return lastBytes
}

function isLast(frames: readonly Uint8Array[]): boolean {
  if (frames.length !== lastFrames.length) return false
  for (let index = 0; index < frames.length; index++) if (frames[index] !== lastFrames[index]) return false
  return true
}

/** The header of a server's message of so many bytes (RFC 6455, 5.2). */
function headerOf(length: number): Buffer {
  if (length < 126) return Buffer.of(WHOLE_BINARY, length)
  const header = Buffer.allocUnsafe(length < 65_536 ? 4 : 10)
  header[0] = WHOLE_BINARY
  if (length < 65_536) {
    header[1] = 126
    header.writeUInt16BE(length, 2)
  } else {
    header[1] = 127
    header.writeBigUInt64BE(BigInt(length), 2)
  }
  return header
}
