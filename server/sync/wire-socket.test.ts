import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { WireSocket } from './wire-socket.ts'

let server: Server
let upgrades: WebSocketServer
let accepted: Promise<WireSocket[]>
const clients: WebSocket[] = []

function listen(perMessageDeflate: boolean, people: number): void {
  upgrades = new WebSocketServer({ noServer: true, perMessageDeflate })
  const sockets: WireSocket[] = []
  accepted = new Promise((resolve) => {
    server.on('upgrade', (request, stream, head) => {
      upgrades.handleUpgrade(request, stream, head, (socket) => {
        if (sockets.push(new WireSocket(socket, stream)) === people) resolve(sockets)
      })
    })
  })
}

beforeEach(async () => {
  server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterEach(() => {
  for (const client of clients.splice(0)) client.terminate()
  upgrades.close()
  server.close()
})

/** Connects somebody; gives the lengths and first bytes of the messages they get, once there are so many. */
function gather(count: number): Promise<string[]> {
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  clients.push(client)
  const got: string[] = []
  return new Promise((resolve, reject) => {
    client.on('error', reject)
    client.on('close', (code) => got.push(`closed ${code}`) && resolve(got))
    client.on('message', (data: Buffer, isBinary) => {
      got.push(`${isBinary ? '' : 'text '}${data.length}:${data[0] ?? ''}:${data.at(-1) ?? ''}`)
      if (got.length === count) resolve(got)
    })
  })
}

function frameOf(length: number, byte: number): Uint8Array {
  return new Uint8Array(length).fill(byte)
}

const LENGTHS = [0, 1, 125, 126, 16_384, 65_535, 65_536, 300_000]

describe.each([false, true])('[SY1] a socket that may compress: %s', (compressed) => {
  it('sends frames of every length whole and in order, to all', async () => {
    listen(compressed, 2)
    const received = Promise.all([gather(LENGTHS.length), gather(LENGTHS.length)])
    const frames = LENGTHS.map((length, index) => frameOf(length, index + 1))
    for (const socket of await accepted) for (const frame of frames) socket.send(frame)
    const expected = LENGTHS.map((length, index) => {
      return length === 0 ? '0::' : `${length}:${index + 1}:${index + 1}`
    })
    expect(await received).toEqual([expected, expected])
  })

  it('sends what was said before it closes, and nothing after', async () => {
    listen(compressed, 1)
    const received = gather(9)
    const [socket] = await accepted
    socket?.send(frameOf(3, 1))
    socket?.close(4409, 'refused')
    socket?.send(frameOf(3, 2))
    expect(await received).toEqual(['3:1:1', 'closed 4409'])
  })
})

describe('[SY5] a socket', () => {
  it('counts what it has still to write in this turn', async () => {
    listen(false, 1)
    const received = gather(1)
    const [socket] = await accepted
    const before = socket?.bufferedBytes ?? 0
    socket?.send(frameOf(1000, 1))
    expect((socket?.bufferedBytes ?? 0) - before).toBe(1000)
    expect(await received).toEqual(['1000:1:1'])
    expect(socket?.bufferedBytes).toBe(0)
  })

  it('gives each what was meant for them, though all write at the end of the turn', async () => {
    listen(false, 3)
    const received = Promise.all([gather(2), gather(2), gather(2)])
    const all = frameOf(5, 9)
    const sockets = await accepted
    sockets.forEach((socket, index) => {
      if (index === 1) socket.send(frameOf(2, 7))
      socket.send(all)
      if (index !== 1) socket.send(frameOf(2, index))
    })
    // Who connected first is not told: each has one of these.
    expect((await received).sort()).toEqual([
      ['2:7:7', '5:9:9'],
      ['5:9:9', '2:0:0'],
      ['5:9:9', '2:2:2'],
    ])
  })
})
