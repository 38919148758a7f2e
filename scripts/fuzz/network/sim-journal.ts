import {
  type Batch,
  type Entry,
  type Journal,
  JournalError,
  type LateWords,
  type Snapshot,
  type StoredRoom,
} from '../../../server/journal/journal.ts'
import { MemoryJournal } from '../../../server/journal/testing/memory-journal.ts'
import type { RoomName } from '../../../shared/ids/ids.ts'
import type { Random } from '../random.ts'
import type { SimClock } from './sim-clock.ts'

/**
 * A journal on a simulated disk: a write waits for its sync; a crash in between drops it whole; some writes fail, and
 * then storage is in trouble until it is opened again.
 */
export class SimJournal implements Journal {
  readonly #disk = new MemoryJournal()
  readonly #clock: SimClock
  readonly #random: Random
  #power = 0
  #isBroken = false
  /** How many of the next writes fail. */
  failing = 0

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
    if (this.#isBroken) throw new JournalError('failed', 'Storage is in trouble.')
    await this.#wait(this.#random.int(0, 8))
    if (power !== this.#power) throw new JournalError('failed', 'The power went.')
    if (this.failing > 0) {
      this.failing--
      this.#isBroken = true
      throw new JournalError(this.#random.chance(0.5) ? 'full' : 'failed', 'A write failed.')
    }
    return this.#disk.append(batch)
  }

  async read(room: RoomName): Promise<StoredRoom | null> {
    await this.#wait(this.#random.int(0, 5))
    return this.#disk.read(room)
  }

  history(room: RoomName, after: number): Promise<readonly Entry[]> {
    return this.#disk.history(room, after)
  }

  async keepSnapshot(room: RoomName, snapshot: Snapshot): Promise<void> {
    const power = this.#power
    await this.#wait(this.#random.int(0, 8))
    if (power === this.#power) await this.#disk.keepSnapshot(room, snapshot)
  }

  commandResult(key: string): Promise<string | null> {
    return this.#disk.commandResult(key)
  }

  lateWords(room: RoomName): Promise<readonly LateWords[]> {
    return this.#disk.lateWords(room)
  }

  rooms(): Promise<readonly RoomName[]> {
    return this.#disk.rooms()
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
