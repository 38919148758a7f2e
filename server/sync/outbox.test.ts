import { describe, expect, it } from 'vitest'
import { MAX_BEHIND_BYTES, MAX_BEHIND_MS } from '../../shared/limits/sync-limits.ts'
import { storedFrame } from '../../shared/protocol/messages.ts'
import { Outbox } from './outbox.ts'
import { StillClock } from './testing/still-clock.ts'

class SlowSocket {
  bufferedBytes = 0
  readonly sent: Uint8Array[] = []
  isReading = false

  send(frame: Uint8Array): void {
    this.sent.push(frame)
    if (!this.isReading) this.bufferedBytes += frame.length
  }

  close(): void {}
}

function setUp() {
  const socket = new SlowSocket()
  const clock = new StillClock()
  const seen = { version: 1, caughtUp: [] as number[], givenUp: 0 }
  const outbox = new Outbox(socket, clock, {
    vector: () => Uint8Array.of(seen.version),
    catchUp: ([since]) => seen.caughtUp.push(since as number),
    giveUp: () => {
      seen.givenUp++
    },
  })
  return { socket, clock, seen, outbox }
}

const big = new Uint8Array(MAX_BEHIND_BYTES / 4)

describe('[SY5] a client that stops reading', () => {
  it('gets no more news past the bound, however much there is', () => {
    const { socket, outbox } = setUp()
    for (let frame = 0; frame < 1000; frame++) outbox.sendNews(big)
    expect(socket.sent).toHaveLength(5)
  })

  it('is given one diff from where it was, once it has read what waited', () => {
    const { socket, clock, seen, outbox } = setUp()
    for (let frame = 0; frame < 5; frame++) outbox.sendNews(big)
    seen.version = 9
    outbox.sendNews(big)
    clock.advance(1000)
    expect(seen.caughtUp).toEqual([])
    socket.bufferedBytes = 0
    clock.advance(1000)
    expect(seen.caughtUp).toEqual([1])
    outbox.sendNews(big)
    expect(socket.sent).toHaveLength(6)
  })

  it('hears the newest count of what is stored, once', () => {
    const { socket, clock, outbox } = setUp()
    for (let frame = 0; frame < 5; frame++) outbox.sendNews(big)
    for (let count = 1; count <= 50; count++) outbox.sendStored(count)
    socket.bufferedBytes = 0
    clock.advance(1000)
    expect(socket.sent.slice(5)).toEqual([storedFrame(50)])
  })

  it('is given up after a while, and its timer ends', () => {
    const { clock, seen, outbox } = setUp()
    for (let frame = 0; frame < 5; frame++) outbox.sendNews(big)
    for (let passed = 0; passed <= MAX_BEHIND_MS + 1000; passed += 1000) clock.advance(1000)
    expect(seen.givenUp).toBe(1)
    outbox.close()
    expect(clock.timers.size).toBe(0)
  })
})

it('a client that reads gets every frame', () => {
  const { socket, clock, outbox } = setUp()
  socket.isReading = true
  for (let frame = 0; frame < 100; frame++) outbox.sendNews(big)
  expect(socket.sent).toHaveLength(100)
  expect(clock.timers.size).toBe(0)
})
