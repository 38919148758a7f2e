import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { Random } from '../../fuzz/random.ts'
import { ensureBuilt } from '../../setup/build.mjs'
import { roomName } from '../contenders/bench-meetings.ts'
import { contenders, MINUTA } from '../contenders/contender.ts'
import { copyMinuta } from '../contenders/install-peers.ts'
import type { ServerChild } from '../contenders/server-child.ts'
import { machineLine } from '../report/machine.ts'
import { pause } from '../sync/with-server.ts'
import { Person } from './person.ts'

const PEOPLE = 50
const ROOMS = 20
/** Each edits about so often. */
const EDIT_MS = [200, 1800] as const
/** Each is cut off about so often, and stays away for so long every third time. */
const CUT_MS = [5000, 40_000] as const
const AWAY_MS = [500, 8000] as const
/** A cold server has read no room yet: what it holds after so long is where the comparison begins. */
const WARM_UP_MS = 60_000
const SETTLED_MS = 60_000
const MIB = 1024 * 1024
/** What the heap may hold more at the end, when everybody has gone. */
const MOST_LEFT = 4 * MIB

/** Runs `minutes` of people who write, are cut off and come back; gives the exit code. */
export async function soak([minutes = '30', seed = '1']: readonly string[]): Promise<number> {
  if (!(await ensureBuilt())) return 1
  copyMinuta()
  const minuta = contenders.find(({ name }) => name === MINUTA) as (typeof contenders)[number]
  // Each provider listens for the end of the process.
  process.setMaxListeners(0)
  const folder = mkdtempSync(join(tmpdir(), 'minuta-soak-'))
  const server = await minuta.start(folder, await minuta.prepare(folder, { rooms: ROOMS, members: PEOPLE }))
  try {
    console.log(`${machineLine()}; ${minutes} minutes, seed ${seed}`)
    const crowd = new Crowd(server, new Random(Number(seed)))
    const before = await crowd.run(WARM_UP_MS, minuta.idleMs)
    const after = await crowd.run(Number(minutes) * 60_000, minuta.idleMs)
    const left = (after - before) / MIB
    const { edits, cuts, faults, differing, compared } = crowd
    console.log(
      `${edits} edits, ${cuts} cuts, closed by the server with: ${[...faults].map(([code, times]) => `${code} × ${times}`).join(', ') || 'nothing'}`,
    )
    console.log(`${compared} documents compared with a newcomer's, differing: ${differing}`)
    console.log(`heap when all have gone: ${shown(before)} MiB at first, ${shown(after)} at the end`)
    return faults.size + differing > 0 || left * MIB > MOST_LEFT ? 1 : 0
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

class Crowd {
  readonly #server: ServerChild
  readonly #random: Random
  readonly #timers = new Set<NodeJS.Timeout>()
  edits = 0
  cuts = 0
  /** Close codes of the server's that say that something was wrong, with how often each came. */
  readonly faults = new Map<number, number>()
  compared = 0
  differing = 0

  constructor(server: ServerChild, random: Random) {
    this.#server = server
    this.#random = random
  }

  /** Lets everybody write for a while, compares, sends them home; gives the heap once the rooms have gone. */
  async run(ms: number, idleMs: number): Promise<number> {
    const people = Array.from({ length: PEOPLE }, (_, index) => this.#come(index))
    for (const person of people) this.#live(person)
    const minute = setInterval(() => void this.#report(), 60_000)
    await pause(ms)
    clearInterval(minute)
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
    await this.#compare(people)
    for (const person of people) {
      for (const code of person.faults) this.faults.set(code, (this.faults.get(code) ?? 0) + 1)
      person.leave()
    }
    await pause(idleMs + 5000)
    return this.#server.heapBytes()
  }

  #come(index: number): Person {
    return new Person(this.#server.target, roomName(index % ROOMS), index, this.#random)
  }

  #live(person: Person): void {
    this.#every(EDIT_MS, () => {
      person.edit()
      this.edits++
    })
    this.#every(CUT_MS, () => {
      this.cuts++
      person.cut()
      if (!this.#random.chance(1 / 3)) return
      person.provider.disconnect()
      this.#after(this.#random.int(...AWAY_MS), () => person.provider.connect())
    })
  }

  /** Waits until everybody knows the same, as far as that comes, then counts who does not. */
  async #compare(people: readonly Person[]): Promise<void> {
    for (const { provider } of people) provider.connect()
    const newcomers = Array.from({ length: ROOMS }, (_, room) => this.#come(room))
    const differing = (): number =>
      people.filter((person, index) => person.state() !== newcomers[index % ROOMS]?.state()).length
    const end = Date.now() + SETTLED_MS
    while (differing() > 0 && Date.now() < end) await pause(500)
    this.compared += people.length
    this.differing += differing()
    for (const newcomer of newcomers) newcomer.leave()
  }

  async #report(): Promise<void> {
    const heap = await this.#server.heapBytes()
    const resident = this.#server.residentBytes()
    console.log(
      `${this.edits} edits, ${this.cuts} cuts, heap ${shown(heap)} MiB, resident ${shown(resident)}`,
    )
  }

  #every(ms: readonly [number, number], act: () => void): void {
    this.#after(this.#random.int(...ms), () => {
      act()
      this.#every(ms, act)
    })
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      act()
    }, ms)
    this.#timers.add(timer)
  }
}

function shown(bytes: number): string {
  return (bytes / MIB).toFixed(1)
}
