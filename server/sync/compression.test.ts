import { connect, type NetConnectOpts, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { MAX_FRAME_BYTES } from '../../shared/limits/sync-limits.ts'
import { SYNC, syncFrame } from '../../shared/protocol/messages.ts'
import { type TestCaller, TestServer } from '../testing/running.ts'
import { SyncClient } from '../testing/sync-client.ts'

const ROOM = 'm/berlin-2013/notes/t2'
const TEXT_BYTES = 100_000

interface Wire {
  readonly socket: WebSocket
  readonly stream: Socket
}

describe.each(['on', 'off'])('with COMPRESS=%s', (compress) => {
  const server = new TestServer({ COMPRESS: compress })
  let chair: TestCaller
  let honest: SyncClient

  beforeAll(async () => {
    await server.start()
    chair = await server.signIn(server.chairLink)
    honest = new SyncClient(server.origin, chair, ROOM)
    await honest.synced
    honest.type(sentences())
  })

  afterAll(() => server.close())

  /** Opens a socket whose bytes can be counted, which offers to compress or doesn't. */
  async function open(perMessageDeflate: boolean): Promise<Wire> {
    let stream: Socket | null = null
    const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/sync/${encodeURIComponent(ROOM)}`, {
      headers: { cookie: chair.cookie, origin: server.origin },
      perMessageDeflate,
      createConnection: (options: unknown) => {
        stream = connect(options as NetConnectOpts)
        return stream
      },
    })
    socket.on('error', () => {})
    await new Promise((resolve) => socket.once('open', resolve))
    return { socket, stream: stream as unknown as Socket }
  }

  /** Bytes on the wire until somebody new has the whole text, whose frame is so long. */
  async function bytesOfState(perMessageDeflate: boolean): Promise<[wire: number, frame: number]> {
    const { socket, stream } = await open(perMessageDeflate)
    const before = stream.bytesRead
    const frame = new Promise<number>((resolve) => {
      socket.on('message', (data: Buffer) => data[1] === SYNC.step2 && resolve(data.length))
    })
    socket.send(syncFrame(SYNC.step1, Uint8Array.of(0)))
    const length = await frame
    const wire = stream.bytesRead - before
    socket.terminate()
    return [wire, length]
  }

  it('a text of 100 kB takes less than half of it only where both sides want that', async () => {
    await expect.poll(() => honest.stored).toBe(2)
    const [offered, frame] = await bytesOfState(true)
    expect(frame).toBeGreaterThan(TEXT_BYTES)
    if (compress === 'on') expect(offered).toBeLessThan(TEXT_BYTES / 2)
    else expect(offered).toBeGreaterThan(TEXT_BYTES)
    expect((await bytesOfState(false))[0]).toBeGreaterThan(TEXT_BYTES)
  })

  it('news reach those who compress and those who don’t', async () => {
    const [with_, without] = await Promise.all([open(true), open(false)])
    const heard = [with_, without].map(({ socket }) => {
      socket.send(syncFrame(SYNC.step1, Uint8Array.of(0)))
      return new Promise<Buffer>((resolve) => {
        socket.on(
          'message',
          (data: Buffer) => data.includes('Large news.') && data[1] === SYNC.update && resolve(data),
        )
      })
    })
    await Promise.all(
      [with_, without].map(({ socket }) => new Promise((resolve) => socket.once('message', resolve))),
    )
    honest.type(`Large news. ${'x'.repeat(5000)}`)
    const [first, second] = await Promise.all(heard)
    expect(first).toEqual(second)
    for (const { socket } of [with_, without]) socket.terminate()
  })

  it('[SY8] a small frame that becomes more than a frame may be is cut off, and an honest member goes on', async () => {
    const { socket, stream } = await open(true)
    const before = stream.bytesWritten
    const code = new Promise((resolve) => socket.once('close', resolve))
    socket.send(new Uint8Array(MAX_FRAME_BYTES + 1))
    expect(await code).toBe(1009)
    if (compress === 'on') expect(stream.bytesWritten - before).toBeLessThan(20_000)
    const stored = honest.stored
    honest.type('still here')
    await expect.poll(() => honest.stored).toBe(stored + 1)
    expect(honest.closedWith).toBeNull()
  })
})

/** Text that repeats itself no more than people do. */
function sentences(): string {
  const words = 'the state should ensure that all persons have access to a remedy under national law'.split(
    ' ',
  )
  let text = ''
  for (let turn = 7; text.length < TEXT_BYTES; turn = (turn * 48_271) % 2_147_483_647)
    text += `${words[turn % words.length]}${(turn % 89).toString(36)} `
  return text
}
