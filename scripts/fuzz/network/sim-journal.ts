import {
  type Batch,
  type Binding,
  type Entry,
  type Journal,
  JournalError,
  type RoomMove,
  type Snapshot,
  type StoredRoom,
} from '../../../server/journal/journal.ts'
import type { RoomName } from '../../../shared/ids/ids.ts'
import type { Random } from '../random.ts'
import type { SimClock } from './sim-clock.ts'

interface Disk {
  readonly entries: Entry[]
  readonly bindings: Binding[]
  readonly moves: RoomMove[]
  snapshot: Snapshot | null
}

/**
 * A journal on a simulated disk: a write waits for its sync; a crash in between drops it whole; some writes fail, and
 * then storage is in trouble until it is opened again.
 */
export class SimJournal implements Journal {
  readonly #clock: SimClock
  readonly #random: Random
  #disk: Disk = { entries: [], bindings: [], moves: [], snapshot: null }
  #power = 0
  #isBroken = false
  /** How many of the next writes fail. */
  failing = 0
  appends = 0

  constructor(clock: SimClock, random: Random) {
    this.#clock = clock
    this.#random = random
  }

  /** The power goes: what was not synced is gone. */
  crash(): void {
    this.#power++
    this.#isBroken = false
  }

  async append(batch: Batch): Promise<ReadonlyMap<RoomName, number>> {
    const power = this.#power
    const seq = this.#disk.entries.length
    if (this.#isBroken) throw new JournalError('failed', 'Storage is in trouble.')
    for (const expected of batch.expected.values()) {
      if (expected !== seq) throw new JournalError('conflict', `Expected ${expected}, found ${seq}.`)
    }
    await this.#wait(this.#random.int(0, 8))
    if (power !== this.#power) throw new JournalError('failed', 'The power went.')
    if (this.failing > 0) {
      this.failing--
      this.#isBroken = true
      throw new JournalError(this.#random.chance(0.5) ? 'full' : 'failed', 'A write failed.')
    }
    this.appends++
    for (const [index, entry] of batch.entries.entries())
      this.#disk.entries.push({ ...entry, seq: seq + index + 1 })
    this.#disk.bindings.push(...(batch.facts.bindings ?? []))
    this.#disk.moves.push(...(batch.facts.moves ?? []))
    return new Map([...batch.expected.keys()].map((room) => [room, this.#disk.entries.length]))
  }

  async read(_room: RoomName): Promise<StoredRoom | null> {
    await this.#wait(this.#random.int(0, 5))
    const { entries, bindings, moves, snapshot } = this.#disk
    if (entries.length === 0) return null
    const tail = entries.filter(({ seq }) => seq > (snapshot?.seq ?? 0))
    return { epoch: 1, seq: entries.length, snapshot, tail, bindings, delegations: [], moves }
  }

  async keepSnapshot(_room: RoomName, snapshot: Snapshot): Promise<void> {
    const power = this.#power
    await this.#wait(this.#random.int(0, 8))
    if (power === this.#power) this.#disk.snapshot = snapshot
  }

  async commandResult(): Promise<string | null> {
    return null
  }

  async rooms(): Promise<readonly RoomName[]> {
    return []
  }

  async reopen(): Promise<void> {
    await this.#wait(5)
    if (this.failing > 0) {
      this.failing--
      throw new JournalError('failed', 'Storage is in trouble.')
    }
    this.#isBroken = false
  }

  async close(): Promise<void> {}

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#clock.after(ms, resolve)
    })
  }
}
