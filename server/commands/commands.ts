import type * as Y from 'yjs'
import { MinutaError } from '../../shared/errors/errors.ts'
import {
  type MeetingId,
  type MemberId,
  parseRoomName,
  type RoomName,
  type RoomParts,
} from '../../shared/ids/ids.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import type { Move, MoveMap } from '../../shared/text/moves.ts'
import type { Delegation, Journal, LateWords, NewEntry, SettledWords } from '../journal/journal.ts'
import type { Clock } from '../sync/ports.ts'
import type { Room } from '../sync/room.ts'
import { RoomStopped } from '../sync/room-stopped.ts'
import type { Rooms } from '../sync/rooms.ts'
import { RoomWork } from './room-work.ts'

/** What a member asks the server to decide and to write. */
export interface Command<Result> {
  readonly meeting: MeetingId
  readonly by: MemberPrincipal
  /** Made by the client: a second run under it gives the first one's result and changes nothing. */
  readonly key: string
  /** For the record: `merge`, `item-move`. */
  readonly name: string
  /** All rooms that it reads or writes. */
  readonly rooms: readonly RoomName[]
  /** Decides and writes, at once. Throws MinutaError before its first write to refuse. The result is plain JSON. */
  carryOut(work: Work): Result
}

/** What a command works with. Everything that it reads is on disk. */
export interface Work {
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number
  /** Gives one of the command's rooms, to read. */
  doc(room: RoomName): Y.Doc
  /** Changes one of the command's rooms, under the server's own clientID. */
  write(room: RoomName, change: (transaction: Y.Transaction, doc: Y.Doc) => void): void
  /**
   * Inside a write: runs `insert` under the clientID delegated to whoever typed it ("typed by A, `via` by B"); null:
   * the server's own.
   */
  writeAs(room: RoomName, author: MemberId | null, via: string, insert: () => void): void
  /** Says that words of a room stand elsewhere in it now, in another text too: anchors and authorship follow them. */
  recordMoves(room: RoomName, moves: readonly Move[]): void
  /**
   * Admits what a member sent too late, as if it had come in time (SY11); false when it brings nothing. Throws
   * RefusedUpdate if it no longer fits, and then nothing has changed.
   */
  admitLate(words: LateWords): boolean
  /** Says of late words that they were decided about. */
  settle(words: LateWords, outcome: SettledWords['outcome']): void
  /** Says who typed what in a room. */
  authorship(room: RoomName): { memberOf(client: number): MemberId | null; readonly moves: MoveMap }
}

/** Times a command is tried when one of its rooms stops under it: each try opens the rooms anew. */
const MAX_TRIES = 3

/**
 * Carries out commands (JR7). Invariants:
 * 1. Commands of one meeting run one after another.
 * 2. All rooms of a command, its record and its key with the result are one batch of the journal: all or nothing.
 * 3. Nobody sees any of it before it is on disk (SY1).
 */
export class Commands {
  readonly #rooms: Rooms
  readonly #journal: Journal
  readonly #clock: Clock
  readonly #turns = new Map<MeetingId, Promise<unknown>>()

  constructor(rooms: Rooms, journal: Journal, clock: Clock) {
    this.#rooms = rooms
    this.#journal = journal
    this.#clock = clock
  }

  /** Gives the command's result once it is on disk. Rejects with MinutaError. */
  run<Result>(command: Command<Result>): Promise<Result> {
    const { meeting } = command
    const before = this.#turns.get(meeting) ?? Promise.resolve()
    const turn = before.then(() => this.#attempt(command))
    const settled = turn.then(
      () => {},
      () => {},
    )
    this.#turns.set(meeting, settled)
    void settled.then(() => {
      if (this.#turns.get(meeting) === settled) this.#turns.delete(meeting)
    })
    return turn
  }

  /** Gives the result that a command had when it was carried out under its key, or null. Rejects with MinutaError. */
  async resultOf<Result>(
    command: Pick<Command<Result>, 'meeting' | 'by' | 'name' | 'key'>,
  ): Promise<{ result: Result } | null> {
    try {
      const known = await this.#journal.commandResult(keyOf(command))
      return known === null ? null : { result: JSON.parse(known) as Result }
    } catch (error) {
      throw toRefusal(error)
    }
  }

  async #attempt<Result>(command: Command<Result>): Promise<Result> {
    const key = keyOf(command)
    const known = await this.resultOf<Result>(command)
    if (known !== null) return known.result
    for (let attempt = 1; ; attempt++) {
      this.#checkStorage()
      try {
        return await this.#carryOut(command, key)
      } catch (error) {
        if (!(error instanceof RoomStopped) || attempt === MAX_TRIES) throw toRefusal(error)
      }
    }
  }

  async #carryOut<Result>(command: Command<Result>, key: string): Promise<Result> {
    const held: Room[] = []
    try {
      // All are loaded before any is held: typing in one must not wait for the reading of another. Held in the order
      // of their names, so that no two holders wait for each other.
      const names = [...new Set(command.rooms)].sort()
      const rooms = await Promise.all(names.map((name) => this.#rooms.get(name, partsOf(name))))
      for (const room of rooms) {
        await room.hold()
        held.push(room)
      }
    } catch (error) {
      for (const room of held) room.release()
      throw error
    }
    const work = new RoomWork(new Map(held.map((room) => [room.name, room])), this.#clock.now())
    let result: Result
    try {
      result = command.carryOut(work)
    } catch (error) {
      // What was changed already is nowhere but in memory: such a room is loaded again.
      for (const room of held) {
        if (work.hasChanged(room.name)) room.stop('broken')
        else room.release()
      }
      throw error
    }
    await this.#commit(command, key, held, work, JSON.stringify(result))
    return result
  }

  async #commit(
    { by, name }: Command<unknown>,
    key: string,
    held: readonly Room[],
    work: RoomWork,
    result: string,
  ): Promise<void> {
    const entries: NewEntry[] = []
    const delegations: Delegation[] = []
    const expected = new Map<RoomName, number>()
    const changed = held.filter((room) => work.hasChanged(room.name))
    for (const room of changed) {
      const updates = work.updatesOf(room.name)
      const delegated = work.delegationsOf(room.name)
      const admitted = work.admittedTo(room.name)
      // What a command writes may build on what it admitted, never the other way round.
      const all = [...admitted.map(({ update }) => update), ...updates]
      expected.set(room.name, room.prepareHeld(all, { ...work.factsOf(room.name), delegations: delegated }))
      delegations.push(...delegated)
      for (const { update, member } of admitted)
        entries.push({ room: room.name, at: work.at, member, cause: 'typed', update })
      for (const update of updates)
        entries.push({ room: room.name, at: work.at, member: by.member, cause: 'command', update })
    }
    const audit = [{ at: work.at, member: by.member, action: name, detail: JSON.stringify({ key }) }]
    try {
      const { bindings, moves, settled } = work
      const facts = { bindings, delegations, moves, commands: [{ key, result }], audit, settled }
      const seqs = await this.#journal.append({ entries, facts, expected })
      for (const room of changed) room.committed(seqs.get(room.name) as number)
    } catch (error) {
      this.#rooms.committer.failed(changed, error)
      throw error
    } finally {
      // The changed ones may be somebody else's to hold already.
      for (const room of held) if (!changed.includes(room)) room.release()
    }
  }

  #checkStorage(): void {
    if (this.#rooms.committer.trouble !== null) throw new MinutaError('storage')
  }
}

// The member is part of the key: nobody reads another's result by guessing. So is the command's name.
function keyOf({
  meeting,
  by,
  name,
  key,
}: Pick<Command<unknown>, 'meeting' | 'by' | 'name' | 'key'>): string {
  return `${meeting}/${by.member}/${name}/${key}`
}

function partsOf(name: RoomName): RoomParts {
  const parsed = parseRoomName(name)
  if (parsed === null) throw new Error(`${name} names no room.`)
  return parsed.parts
}

// A bug in a command is logged and answered as one; a disk that doesn't write is not the caller's mistake.
function toRefusal(error: unknown): unknown {
  const isStorage = error instanceof RoomStopped || (error instanceof Error && error.name === 'JournalError')
  return isStorage ? new MinutaError('storage') : error
}
