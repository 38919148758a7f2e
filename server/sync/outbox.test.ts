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

class Reader {
  readonly socket = new SlowSocket()
  readonly clock = new StillClock()
  version = 1
  readonly caughtUp: number[] = []
  facts = 0
  givenUp = 0
  readonly outbox = new Outbox(this.socket, this.clock, {
    catchUp: ([since]) => this.caughtUp.push(since as number),
    catchUpFacts: () => {
      this.facts++
    },
    giveUp: () => {
      this.givenUp++
    },
  })

  text(frame = big): void {
    this.outbox.sendText(frame, () => Uint8Array.of(this.version))
  }

  fill(): void {
    for (let frame = 0; frame < 5; frame++) this.text()
  }

  drain(): void {
    this.socket.bufferedBytes = 0
    this.clock.advance(1000)
  }
}

const big = new Uint8Array(MAX_BEHIND_BYTES / 4)

describe('[SY5] a client that stops reading', () => {
  it('gets no more news past the bound, however much there is', () => {
    const reader = new Reader()
    for (let frame = 0; frame < 1000; frame++) reader.text()
    for (let frame = 0; frame < 1000; frame++) reader.outbox.sendFact(big)
    expect(reader.socket.sent).toHaveLength(5)
  })

  it('is given one diff from where it was, once it has read what waited', () => {
    const reader = new Reader()
    reader.fill()
    reader.version = 9
    reader.text()
    reader.clock.advance(1000)
    expect(reader.caughtUp).toEqual([])
    reader.drain()
    expect(reader.caughtUp).toEqual([1])
    expect(reader.facts).toBe(1)
    reader.text()
    expect(reader.socket.sent).toHaveLength(6)
  })

  it('never falls behind by a fact: the text that comes after it is still news', () => {
    const reader = new Reader()
    reader.socket.bufferedBytes = MAX_BEHIND_BYTES + 1
    reader.outbox.sendFact(big)
    expect(reader.socket.sent).toHaveLength(0)
    reader.version = 2
    reader.text()
    expect(reader.socket.sent).toHaveLength(1)
    reader.version = 3
    reader.text()
    reader.drain()
    expect(reader.caughtUp).toEqual([2])
    expect(reader.facts).toBe(1)
  })

  it('that is to be answered meanwhile is answered later from the state it asked with', () => {
    const reader = new Reader()
    reader.fill()
    reader.outbox.sendAnswer(big, Uint8Array.of(0), () => Uint8Array.of(1))
    reader.drain()
    expect(reader.caughtUp).toEqual([0])
  })

  it('hears the newest count of what is stored, once', () => {
    const reader = new Reader()
    reader.fill()
    for (let count = 1; count <= 50; count++) reader.outbox.sendStored(count)
    reader.drain()
    expect(reader.socket.sent.slice(5)).toEqual([storedFrame(50)])
  })

  it('is given up after a while, and its timer ends', () => {
    const reader = new Reader()
    reader.fill()
    for (let passed = 0; passed <= MAX_BEHIND_MS + 1000; passed += 1000) reader.clock.advance(1000)
    expect(reader.givenUp).toBe(1)
    reader.outbox.close()
    expect(reader.clock.timers.size).toBe(0)
  })
})

describe('[SY8] a client that asks again and again', () => {
  it('who is here, is answered once in a while', () => {
    const reader = new Reader()
    reader.socket.isReading = true
    for (let question = 0; question < 5000; question++) reader.outbox.askFacts()
    expect(reader.facts).toBe(0)
    reader.clock.advance(1000)
    expect(reader.facts).toBe(1)
    expect(reader.clock.timers.size).toBe(0)
  })
})

it('a client that reads gets every frame', () => {
  const reader = new Reader()
  reader.socket.isReading = true
  for (let frame = 0; frame < 100; frame++) reader.text()
  expect(reader.socket.sent).toHaveLength(100)
  expect(reader.clock.timers.size).toBe(0)
})
