import type { RoomName } from '../../shared/ids/ids.ts'
import { MAX_TICK_MS, REOPEN_MS, TICK_MS, TICK_STRETCH } from '../../shared/limits/sync-limits.ts'
import { type Batch, type Journal, JournalError } from '../journal/journal.ts'
import type { RoomFault } from './participant.ts'
import type { Clock } from './ports.ts'
import type { Room } from './room.ts'
import type { Prepared } from './room-batch.ts'

/** Takes measurements: the loop's own work in a tick, and how long the journal took to write it. */
export type Observe = (what: 'tick' | 'commit', ms: number) => void

/**
 * The tick (SY1): what all rooms took in goes into one transaction of the journal, then out. Invariants:
 * 1. One batch is in flight; what arrives meanwhile forms the next.
 * 2. After a failed write nothing is taken in until the journal was opened again and proved itself (SY7).
 */
export class Committer {
  readonly #journal: Journal
  readonly #clock: Clock
  readonly #log: (event: string, detail: Readonly<Record<string, unknown>>) => void
  readonly #observe: Observe
  readonly #dirty = new Set<Room>()
  #running = false
  #writing = 0
  #timer: (() => void) | null = null
  #lastStart = Number.NEGATIVE_INFINITY
  /** How long the tick is now: it stretches with the work that one takes. */
  #tickMs = TICK_MS
  #trouble: RoomFault | null = null
  #idle: (() => void)[] = []

  constructor(
    journal: Journal,
    clock: Clock,
    log: (event: string, detail: Readonly<Record<string, unknown>>) => void,
    observe: Observe,
  ) {
    this.#journal = journal
    this.#clock = clock
    this.#log = log
    this.#observe = observe
  }

  /** What is wrong with storage now, or null. */
  get trouble(): RoomFault | null {
    return this.#trouble
  }

  /** How many rooms hold something that is not on disk yet. */
  get waiting(): number {
    return this.#dirty.size + this.#writing
  }

  /** Has a room's queue judged and written with the next tick; at once when the last tick is long enough ago. */
  schedule(room: Room): void {
    this.#dirty.add(room)
    if (this.#running || this.#timer !== null) return
    const wait = Math.max(0, this.#lastStart + this.#tickMs - this.#clock.now())
    this.#timer = this.#clock.after(wait, () => {
      this.#timer = null
      void this.#run()
    })
  }

  /** Resolves when nothing is waiting or in flight. */
  async drain(): Promise<void> {
    while (this.#running || this.#dirty.size > 0) {
      await new Promise<void>((resolve) => {
        this.#idle.push(resolve)
      })
    }
  }

  /** Ends timers; nothing is written any more. */
  close(): void {
    this.#timer?.()
    this.#timer = null
  }

  async #run(): Promise<void> {
    this.#running = true
    this.#lastStart = this.#clock.now()
    const started = this.#clock.elapsed()
    const prepared = new Map<Room, Prepared>()
    for (const room of this.#dirty) {
      const part = this.#prepare(room)
      if (part !== null) prepared.set(room, part)
    }
    this.#dirty.clear()
    const judgedMs = this.#clock.elapsed() - started
    this.#writing = prepared.size
    if (prepared.size > 0) await this.#commit(prepared, judgedMs)
    this.#writing = 0
    this.#running = false
    const [next] = this.#dirty
    if (next !== undefined) this.schedule(next)
    else for (const resolve of this.#idle.splice(0)) resolve()
  }

  /** A fault of ours in one room ends that room, not the process. */
  #prepare(room: Room): Prepared | null {
    try {
      return room.prepare()
    } catch (error) {
      this.#log('broken', { room: room.name, error: String(error) })
      room.stop('broken')
      return null
    }
  }

  async #commit(prepared: ReadonlyMap<Room, Prepared>, judgedMs: number): Promise<void> {
    try {
      const asked = this.#clock.elapsed()
      const seqs = await this.#journal.append(batchOf(prepared))
      const written = this.#clock.elapsed()
      for (const [room, part] of prepared) {
        if (!room.isStopped) room.committed(seqs.get(room.name) ?? part.expected + part.entries.length)
      }
      // Sockets write at the end of the turn.
      await Promise.resolve()
      const workMs = judgedMs + this.#clock.elapsed() - written
      this.#observe('tick', workMs)
      this.#observe('commit', written - asked)
      // Most of the time is left to what comes in: a crowd is told less often, not later and later.
      this.#tickMs = Math.min(MAX_TICK_MS, Math.max(TICK_MS, TICK_STRETCH * workMs))
    } catch (error) {
      this.failed(prepared.keys(), error)
    }
  }

  /** A batch with these rooms was not written: they are dropped, and storage is tried again (SY7). */
  failed(rooms: Iterable<Room>, error: unknown): void {
    const fault = error instanceof JournalError && error.fault === 'full' ? 'storage-full' : 'storage-failed'
    const stopped = [...rooms]
    this.#log('write-failed', { fault, error: String(error), rooms: stopped.length })
    const isConflict = error instanceof JournalError && error.fault === 'conflict'
    if (!isConflict) this.#reportTrouble(fault)
    for (const room of stopped) room.stop(isConflict ? 'broken' : fault)
  }

  #reportTrouble(fault: RoomFault): void {
    const first = this.#trouble === null
    this.#trouble = fault
    if (first) this.#retry()
  }

  #retry(): void {
    this.#clock.after(REOPEN_MS, () => {
      this.#journal.reopen().then(
        () => {
          this.#trouble = null
          this.#log('storage-back', {})
        },
        (error: unknown) => {
          this.#trouble =
            error instanceof JournalError && error.fault === 'full' ? 'storage-full' : 'storage-failed'
          this.#retry()
        },
      )
    })
  }
}

function batchOf(prepared: ReadonlyMap<Room, Prepared>): Batch {
  const parts = [...prepared.values()]
  const expected = new Map<RoomName, number>()
  for (const [room, part] of prepared) expected.set(room.name, part.expected)
  return {
    entries: parts.flatMap((part) => part.entries),
    facts: {
      bindings: parts.flatMap((part) => part.bindings),
      delegations: parts.flatMap((part) => part.delegations),
      moves: parts.flatMap((part) => part.moves),
      lateWords: parts.flatMap((part) => part.lateWords),
    },
    expected,
  }
}
