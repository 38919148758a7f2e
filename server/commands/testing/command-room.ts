import type { MeetingId, MemberId, RoomName } from '../../../shared/ids/ids.ts'
import type { MemberPrincipal } from '../../../shared/permissions/principal.ts'
import type { Batch, Journal } from '../../journal/journal.ts'
import { JournalError } from '../../journal/journal.ts'
import { MemoryJournal } from '../../journal/testing/memory-journal.ts'
import { systemClock } from '../../sync/ports.ts'
import { Rooms, type Seed } from '../../sync/rooms.ts'
import { Commands } from '../commands.ts'

/** A journal in memory that counts batches, can wait with them and can fail. */
export class WatchedJournal extends MemoryJournal {
  readonly batches: Batch[] = []
  /** Makes the next appends fail before anything is written, or after everything is. */
  failing: 'never' | 'before' | 'after' = 'never'
  /** Held back until it resolves. */
  gate: Promise<void> = Promise.resolve()

  override async append(batch: Batch): ReturnType<Journal['append']> {
    await this.gate
    if (this.failing === 'before') throw new JournalError('failed', 'The write failed.')
    const written = await super.append(batch)
    this.batches.push(batch)
    if (this.failing === 'after') throw new JournalError('failed', 'The answer was lost.')
    return written
  }
}

/** Real rooms and commands over a journal in memory. `restart` opens them anew, as after a crash. */
export class CommandServer {
  readonly journal: WatchedJournal
  rooms: Rooms
  commands: Commands
  readonly #seed: Seed

  constructor(seed: Seed = () => null, journal = new WatchedJournal()) {
    this.#seed = seed
    this.journal = journal
    this.rooms = new Rooms(journal, systemClock, seed, () => {})
    this.commands = new Commands(this.rooms, journal, systemClock)
  }

  restart(): void {
    this.rooms.committer.close()
    this.rooms = new Rooms(this.journal, systemClock, this.#seed, () => {})
    this.commands = new Commands(this.rooms, this.journal, systemClock)
  }

  async close(): Promise<void> {
    await this.rooms.close()
  }
}

/** A member of meeting `m1` who asks for things. */
export function memberOf(
  member: string,
  role: MemberPrincipal['role'] = 'chair',
  topics: readonly string[] = [],
): MemberPrincipal {
  return {
    kind: 'member',
    meeting: 'm1' as MeetingId,
    member: member as MemberId,
    role,
    mechanism: null,
    topics,
  }
}

/** Names a room of meeting `m1`. */
export function roomOf(rest: string): RoomName {
  return `m/m1/${rest}` as RoomName
}
