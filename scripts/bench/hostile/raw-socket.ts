import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import type { Joining, Target } from '../load/client.ts'

const BINARY = 0x82
const MASKED_LONG = 0xff

/** Opens a WebSocket by hand, so that frames can be wrong, cut or endless. Resolves once the server has agreed. */
export function openRaw(target: Target, { room, member }: Joining): Promise<Socket> {
  const url = new URL(`${target.url}${room}`)
  const signIn = target.signIns[member]
  const socket = connect(Number(url.port), url.hostname)
  const head = [
    `GET ${url.pathname} HTTP/1.1`,
    `Host: ${url.host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...(signIn === undefined ? [] : [`Authorization: Bearer ${signIn}`]),
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  // What the server does to such a socket is what is measured, not a fault of the bench.
  socket.on('error', () => socket.destroy())
  return new Promise((resolve, reject) => {
    socket.once('data', () => resolve(socket))
    socket.once('close', () => reject(new Error('The server refused a socket.')))
  })
}

/** Gives the head of a frame that says it has so many bytes. Its mask is zero: bytes go as they are. */
export function frameHead(bytes: number): Buffer {
  const head = Buffer.alloc(14)
  head[0] = BINARY
  head[1] = MASKED_LONG
  head.writeBigUInt64BE(BigInt(bytes), 2)
  return head
}

/** Writes; resolves with true when more can be written, with false when the socket is gone. */
export function writeAll(socket: Socket, bytes: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    if (socket.destroyed) {
      resolve(false)
      return
    }
    const handleClose = (): void => resolve(false)
    socket.once('close', handleClose)
    socket.write(bytes, (error) => {
      socket.off('close', handleClose)
      resolve(error == null)
    })
  })
}
