import type { MemberId, RoomName } from '../../shared/ids/ids.ts'
import type { Move } from '../../shared/text/moves.ts'

/** Why an entry was written. `typed` comes from a member's editor; all others are the server's own doing. */
export type Cause = 'typed' | 'seed' | 'sample' | 'command' | 'clean-up'

/** One attributed update of one room, as it is to be written. */
export interface NewEntry {
  readonly room: RoomName
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number
  /** Who wrote it; null: the server. */
  readonly member: MemberId | null
  readonly cause: Cause
  /** A Yjs update, format V1. */
  readonly update: Uint8Array
}

/** An entry as it is stored: numbered within its room from 1, without holes (JR3). */
export interface Entry extends NewEntry {
  readonly seq: number
}

/** A clientID that belongs to a member in a room (SY3). */
export interface Binding {
  readonly room: RoomName
  readonly client: number
  readonly member: MemberId
}

/** A server clientID under which the server writes what `author` typed, because of `via`. */
export interface Delegation {
  readonly room: RoomName
  readonly client: number
  readonly author: MemberId
  readonly via: string
}

/** Text of a room that stands elsewhere now. */
export interface RoomMove extends Move {
  readonly room: RoomName
}

/** The result of a command, kept under its idempotency key (JR7). */
export interface CommandResult {
  readonly key: string
  /** JSON text. */
  readonly result: string
}

/** Who did what, for the record. */
export interface AuditEntry {
  readonly at: number
  readonly member: MemberId | null
  readonly action: string
  /** JSON text. */
  readonly detail: string
}

/** An update that came too late for its member's role or phase: kept until the chair decides (SY11). */
export interface LateWords {
  readonly id: string
  readonly room: RoomName
  readonly member: MemberId
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number
  readonly update: Uint8Array
}

/** What the chair decided about late words. */
export interface SettledWords {
  readonly id: string
  readonly outcome: 'admitted' | 'taken' | 'dropped'
}

/** What is written together with entries, in the same transaction. */
export interface Facts {
  readonly bindings?: readonly Binding[]
  readonly delegations?: readonly Delegation[]
  readonly moves?: readonly RoomMove[]
  readonly commands?: readonly CommandResult[]
  readonly audit?: readonly AuditEntry[]
  /** The same words of the same member are kept once, however often they are sent. */
  readonly lateWords?: readonly LateWords[]
  readonly settled?: readonly SettledWords[]
}

/** One transaction: all of it is on disk, or nothing. */
export interface Batch {
  readonly entries: readonly NewEntry[]
  readonly facts: Facts
  /** For every room with entries: its last seq as the writer knows it (0: none yet). Refused if it differs. */
  readonly expected: ReadonlyMap<RoomName, number>
}

/** The whole state of a room up to `seq`. */
export interface Snapshot {
  readonly seq: number
  /** A Yjs update, format V1, of the whole document. */
  readonly state: Uint8Array
}

/** Everything that a room is opened from. */
export interface StoredRoom {
  readonly epoch: number
  /** The last entry's number; 0 when there is none. */
  readonly seq: number
  readonly snapshot: Snapshot | null
  /** Entries after the snapshot, in order. */
  readonly tail: readonly Entry[]
  readonly bindings: readonly Binding[]
  readonly delegations: readonly Delegation[]
  readonly moves: readonly RoomMove[]
}

/**
 * The durable log of attributed updates (design §5). Invariants that every adapter holds:
 * 1. A resolved `append` survives a crash of the process and of the machine; a rejected one left nothing.
 * 2. Entries of a room are numbered from 1 without holes; each carries a checksum that is checked when read.
 * 3. `append` refuses a batch whose `expected` differs from what is stored, for any of its rooms, as a whole.
 * 4. A damaged room is reported by name; other rooms still read and write.
 */
export interface Journal {
  /** Writes a batch; gives the new last seq of each of its rooms. Rejects with a JournalError. */
  append(batch: Batch): Promise<ReadonlyMap<RoomName, number>>
  /** Reads a room from its newest snapshot on; null when nothing was ever written to it. */
  read(room: RoomName): Promise<StoredRoom | null>
  /** Reads the entries of a room after `after`, in order, also those before its snapshot: they are its history (JR2). */
  history(room: RoomName, after: number): Promise<readonly Entry[]>
  /** Keeps a snapshot of a room at `seq` and drops older ones after it is on disk. Entries stay: they are the history. */
  keepSnapshot(room: RoomName, snapshot: Snapshot): Promise<void>
  /** Gives the result of a command that was carried out under this key, or null. */
  commandResult(key: string): Promise<string | null>
  /** Gives the late words of a room that nobody has decided about, oldest first. */
  lateWords(room: RoomName): Promise<readonly LateWords[]>
  /** Names every room that has entries. */
  rooms(): Promise<readonly RoomName[]>
  /** After a failed write: opens the database again and makes sure that it reads and writes (SY7). */
  reopen(): Promise<void>
  /** Waits for what is under way, then closes. */
  close(): Promise<void>
}

/** What went wrong with storage, so that a room can say what is to be done. */
export type JournalFault = 'conflict' | 'full' | 'failed' | 'damaged' | 'closed'

/** A refusal of the journal. `conflict` is the writer's mistake or a second process; the others are the disk's. */
export class JournalError extends Error {
  readonly fault: JournalFault
  readonly room: RoomName | null

  constructor(fault: JournalFault, message: string, room: RoomName | null = null, cause?: unknown) {
    super(message, { cause })
    this.name = 'JournalError'
    this.fault = fault
    this.room = room
  }
}
