import type { RoomName } from '../../../shared/ids/ids.ts'
import type {
  Batch,
  Binding,
  Delegation,
  Entry,
  Journal,
  LateWords,
  RoomMove,
  Snapshot,
  StoredRoom,
} from '../journal.ts'
import { JournalError } from '../journal.ts'

interface MemoryRoom {
  readonly entries: Entry[]
  readonly bindings: Binding[]
  readonly delegations: Delegation[]
  readonly moves: RoomMove[]
  snapshot: Snapshot | null
}

/** A journal in memory, for tests and the simulation: all the port promises but durability. */
export class MemoryJournal implements Journal {
  readonly #rooms = new Map<RoomName, MemoryRoom>()
  readonly #commands = new Map<string, string>()
  #lateWords: LateWords[] = []
  readonly #settled = new Set<string>()
  #closed = false

  async append({ entries, facts, expected }: Batch): Promise<ReadonlyMap<RoomName, number>> {
    this.#checkOpen()
    for (const [room, seq] of expected) {
      const last = this.#rooms.get(room)?.entries.length ?? 0
      if (last !== seq) throw new JournalError('conflict', `${room} ends at ${last}, not at ${seq}.`, room)
    }
    const stray = entries.find(({ room }) => !expected.has(room))
    if (stray !== undefined)
      throw new JournalError('conflict', `${stray.room} is not named by its batch.`, stray.room)
    const taken = facts.commands?.find(({ key }) => this.#commands.has(key))
    if (taken !== undefined)
      throw new JournalError('conflict', `Command ${taken.key} was carried out before.`)
    const decided = facts.settled?.find(({ id }) => this.#settled.has(id))
    if (decided !== undefined) throw new JournalError('conflict', `${decided.id} was decided about before.`)
    for (const entry of entries) {
      const { entries: list } = this.#room(entry.room)
      list.push({ ...entry, update: entry.update.slice(), seq: list.length + 1 })
    }
    for (const binding of facts.bindings ?? []) {
      const { bindings } = this.#room(binding.room)
      if (!bindings.some(({ client }) => client === binding.client)) bindings.push(binding)
    }
    for (const delegation of facts.delegations ?? []) this.#room(delegation.room).delegations.push(delegation)
    for (const move of facts.moves ?? []) this.#room(move.room).moves.push(move)
    for (const { key, result } of facts.commands ?? []) this.#commands.set(key, result)
    for (const late of facts.lateWords ?? []) {
      this.#lateWords = this.#lateWords.filter(({ id }) => id !== late.id || this.#settled.has(id))
      const isKept = this.#lateWords.some(
        ({ room, member, update }) =>
          room === late.room && member === late.member && Buffer.compare(update, late.update) === 0,
      )
      if (!isKept) this.#lateWords = [...this.#lateWords, late]
    }
    for (const { id } of facts.settled ?? []) this.#settled.add(id)
    return new Map([...expected.keys()].map((room) => [room, this.#room(room).entries.length]))
  }

  async read(room: RoomName): Promise<StoredRoom | null> {
    this.#checkOpen()
    const found = this.#rooms.get(room)
    if (found === undefined) return null
    const { entries, bindings, delegations, moves, snapshot } = found
    const tail = entries.filter(({ seq }) => seq > (snapshot?.seq ?? 0))
    return {
      epoch: 1,
      seq: entries.length,
      snapshot,
      tail,
      bindings: [...bindings],
      delegations: [...delegations],
      moves: [...moves],
    }
  }

  async history(room: RoomName, after: number): Promise<readonly Entry[]> {
    this.#checkOpen()
    return this.#rooms.get(room)?.entries.slice(after) ?? []
  }

  async keepSnapshot(room: RoomName, snapshot: Snapshot): Promise<void> {
    this.#checkOpen()
    const found = this.#rooms.get(room)
    if (found === undefined || snapshot.seq > found.entries.length) {
      throw new JournalError('conflict', `${room} has no entry ${snapshot.seq}.`, room)
    }
    found.snapshot = snapshot
  }

  async commandResult(key: string): Promise<string | null> {
    return this.#commands.get(key) ?? null
  }

  async lateWords(room: RoomName): Promise<readonly LateWords[]> {
    return this.#lateWords.filter((each) => each.room === room && !this.#settled.has(each.id))
  }

  async rooms(): Promise<readonly RoomName[]> {
    return [...this.#rooms.keys()].sort()
  }

  async reopen(): Promise<void> {
    this.#closed = false
  }

  async close(): Promise<void> {
    this.#closed = true
  }

  #room(name: RoomName): MemoryRoom {
    const known = this.#rooms.get(name)
    if (known !== undefined) return known
    const made: MemoryRoom = { entries: [], bindings: [], delegations: [], moves: [], snapshot: null }
    this.#rooms.set(name, made)
    return made
  }

  #checkOpen(): void {
    if (this.#closed) throw new JournalError('closed', 'The journal is closed.')
  }
}
