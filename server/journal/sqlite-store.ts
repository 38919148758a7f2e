import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type {
  DatabaseSyncInstance as DatabaseSync,
  StatementSyncInstance as StatementSync,
} from '@photostructure/sqlite'
import type { MemberId, RoomName } from '../../shared/ids/ids.ts'
import type { Batch, Cause, Entry, Facts, LateWords, Snapshot, StoredRoom } from './journal.ts'
import { JournalError } from './journal.ts'
import { asJournalError, openDatabase } from './open-database.ts'

interface RoomRow {
  id: number
  epoch: number
  seq: number
}

/** The journal on SQLite, on the thread that calls it. Every method throws JournalError and nothing else. */
export class SqliteStore {
  readonly #path: string
  #database: DatabaseSync
  #statements: ReadonlyMap<string, StatementSync> = new Map()
  /** Numbers the batches: entries of one number were written together. */
  #batch: number
  #isTogether = false

  /** Opens the file; makes it only where it `mayMake` one. */
  constructor(path: string, mayMake: boolean) {
    this.#path = path
    this.#database = openDatabase(path, mayMake)
    this.#batch = this.#guard(() =>
      Number(this.#statement('SELECT coalesce(max(batch), 0) AS last FROM entries').get()?.last),
    )
  }

  /** Writes a batch in one transaction, or nothing of it. */
  append(batch: Batch): ReadonlyMap<RoomName, number> {
    return this.#guard(() => this.#transaction(() => this.#write(batch)))
  }

  /** Reads a room from its newest snapshot on; checks that no entry is missing or damaged (JR3). */
  read(room: RoomName): StoredRoom | null {
    return this.#guard(() => {
      const row = this.#row(room)
      if (row === null) return null
      const snapshot = this.#readSnapshot(room, row)
      const tail = this.#readTail(room, row, snapshot?.seq ?? 0)
      return { epoch: row.epoch, seq: row.seq, snapshot, tail, ...this.#readFacts(room, row.id) }
    })
  }

  history(room: RoomName, after: number): Entry[] {
    return this.#guard(() => {
      const row = this.#row(room)
      return row === null || after >= row.seq ? [] : this.#readTail(room, row, after)
    })
  }

  /** Keeps a snapshot; older ones go in the same transaction. */
  keepSnapshot(room: RoomName, { seq, state }: Snapshot): void {
    this.#guard(() =>
      this.#transaction(() => {
        const row = this.#row(room)
        if (row === null || seq > row.seq)
          throw new JournalError('conflict', `${room} has no entry ${seq}.`, room)
        this.#run('INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?, ?)', row.id, seq, crc32(state), state)
        this.#run('DELETE FROM snapshots WHERE room = ? AND seq < ?', row.id, seq)
      }),
    )
  }

  commandResult(key: string): string | null {
    return this.#guard(() => {
      const row = this.#statement('SELECT result FROM commands WHERE key = ?').get(key)
      return row === undefined ? null : String(row.result)
    })
  }

  rooms(): RoomName[] {
    return this.#guard(() => {
      return this.#statement('SELECT name FROM rooms ORDER BY name')
        .all()
        .map(({ name }) => name as RoomName)
    })
  }

  /** Proves that the file reads and writes, after a write that failed. */
  prove(): void {
    this.#guard(() => {
      // After a failed sync Linux calls the pages clean that it lost: what is in the write-ahead log may never reach the
      // disk, and what came after it would be lost with it. So all of it is written anew, and the log begins again.
      this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      this.#statement('SELECT count(*) AS count FROM rooms').get()
      this.#transaction(() =>
        this.#run('INSERT OR REPLACE INTO meta VALUES (?, ?)', 'proved', String(Date.now())),
      )
    })
  }

  close(): void {
    this.#close()
  }

  #write({ entries, facts, expected }: Batch): Map<RoomName, number> {
    const rows = new Map<RoomName, RoomRow>()
    for (const [room, seq] of expected) {
      const row = this.#row(room) ?? this.#makeRoom(room)
      if (row.seq !== seq)
        throw new JournalError('conflict', `${room} ends at ${row.seq}, not at ${seq}.`, room)
      rows.set(room, row)
    }
    const batch = ++this.#batch
    for (const { room, at, member, cause, update } of entries) {
      const row = rows.get(room)
      if (row === undefined) throw new JournalError('conflict', `${room} is not named by its batch.`, room)
      row.seq++
      const crc = crc32(update)
      this.#run(
        'INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        row.id,
        row.seq,
        batch,
        at,
        member,
        cause,
        crc,
        update,
      )
    }
    for (const { id, seq } of rows.values()) this.#run('UPDATE rooms SET seq = ? WHERE id = ?', seq, id)
    this.#writeFacts(facts)
    return new Map([...rows].map(([room, { seq }]) => [room, seq]))
  }

  #writeFacts({ bindings, delegations, moves, commands, audit, lateWords, settled }: Facts): void {
    const idOf = (room: RoomName): number => (this.#row(room) ?? this.#makeRoom(room)).id
    for (const { room, client, member } of bindings ?? []) {
      this.#run('INSERT OR IGNORE INTO bindings VALUES (?, ?, ?)', idOf(room), client, member)
    }
    for (const { room, client, author, via } of delegations ?? []) {
      this.#run('INSERT OR IGNORE INTO delegations VALUES (?, ?, ?, ?)', idOf(room), client, author, via)
    }
    for (const { room, from, to, length } of moves ?? []) {
      this.#run(
        'INSERT INTO moves VALUES (NULL, ?, ?, ?, ?, ?, ?)',
        idOf(room),
        from.client,
        from.clock,
        to.client,
        to.clock,
        length,
      )
    }
    for (const { id, room, member, at, update } of lateWords ?? []) {
      const digest = createHash('sha256').update(update).digest('base64url')
      // The same connection's words grew meanwhile.
      this.#run('DELETE FROM late_words WHERE id = ? AND outcome IS NULL', id)
      this.#run(
        'INSERT OR IGNORE INTO late_words VALUES (?, ?, ?, ?, ?, ?, ?, NULL)',
        ...[id, idOf(room), member, at, crc32(update), update, digest],
      )
    }
    for (const { id, outcome } of settled ?? []) {
      const sql = 'UPDATE late_words SET outcome = ? WHERE id = ? AND outcome IS NULL'
      if (Number(this.#statement(sql).run(outcome, id).changes) !== 1)
        throw new JournalError('conflict', `Late words ${id} were decided about before.`)
    }
    for (const { key, result } of commands ?? []) this.#run('INSERT INTO commands VALUES (?, ?)', key, result)
    for (const { at, member, action, detail } of audit ?? []) {
      this.#run('INSERT INTO audit VALUES (NULL, ?, ?, ?, ?)', at, member, action, detail)
    }
  }

  #readSnapshot(room: RoomName, row: RoomRow): Snapshot | null {
    const found = this.#statement(
      'SELECT seq, crc, state FROM snapshots WHERE room = ? ORDER BY seq DESC LIMIT 1',
    ).get(row.id)
    if (found === undefined) return null
    const state = found.state as Uint8Array
    if (crc32(state) !== Number(found.crc))
      throw new JournalError('damaged', `The snapshot of ${room} is damaged.`, room)
    return { seq: Number(found.seq), state }
  }

  lateWords(room: RoomName): LateWords[] {
    return this.#guard(() => {
      const row = this.#row(room)
      if (row === null) return []
      const rows = this.#statement(
        'SELECT id, member, at, crc, content FROM late_words WHERE room = ? AND outcome IS NULL ORDER BY at, id',
      ).all(row.id)
      return rows.map(({ id, member, at, crc, content }) => {
        const update = content as Uint8Array
        if (crc32(update) !== Number(crc))
          throw new JournalError('damaged', `Late words of ${room} are damaged.`, room)
        return { id: String(id), room, member: member as MemberId, at: Number(at), update }
      })
    })
  }

  #readTail(room: RoomName, row: RoomRow, after: number): Entry[] {
    const rows = this.#statement('SELECT * FROM entries WHERE room = ? AND seq > ? ORDER BY seq').all(
      row.id,
      after,
    )
    const entries = rows.map((each, index): Entry => {
      const update = each.content as Uint8Array
      const seq = Number(each.seq)
      if (seq !== after + index + 1 || crc32(update) !== Number(each.crc)) {
        throw new JournalError(
          'damaged',
          `Entry ${after + index + 1} of ${room} is damaged or missing.`,
          room,
        )
      }
      const member = each.member as MemberId | null
      return { room, seq, at: Number(each.at), member, cause: each.cause as Cause, update }
    })
    if (after + entries.length !== row.seq)
      throw new JournalError('damaged', `The last entries of ${room} are missing.`, room)
    return entries
  }

  #readFacts(room: RoomName, id: number): Pick<StoredRoom, 'bindings' | 'delegations' | 'moves'> {
    const bindings = this.#statement('SELECT client, member FROM bindings WHERE room = ?').all(id)
    const delegations = this.#statement('SELECT client, author, via FROM delegations WHERE room = ?').all(id)
    const moves = this.#statement('SELECT * FROM moves WHERE room = ? ORDER BY id').all(id)
    return {
      bindings: bindings.map(({ client, member }) => ({
        room,
        client: Number(client),
        member: member as MemberId,
      })),
      delegations: delegations.map(({ client, author, via }) => {
        return { room, client: Number(client), author: author as MemberId, via: String(via) }
      }),
      moves: moves.map((move) => ({
        room,
        from: { client: Number(move.from_client), clock: Number(move.from_clock) },
        to: { client: Number(move.to_client), clock: Number(move.to_clock) },
        length: Number(move.length),
      })),
    }
  }

  #row(room: RoomName): RoomRow | null {
    const row = this.#statement('SELECT id, epoch, seq FROM rooms WHERE name = ?').get(room)
    return row === undefined ? null : { id: Number(row.id), epoch: Number(row.epoch), seq: Number(row.seq) }
  }

  #makeRoom(room: RoomName): RoomRow {
    this.#run('INSERT INTO rooms VALUES (NULL, ?, 1, 0)', room)
    return this.#row(room) as RoomRow
  }

  /**
   * Runs writes in one transaction, which is synced once. One that conflicts is undone alone and gives its error in its
   * place; any other failure undoes them all and is thrown.
   */
  together(writes: readonly (() => unknown)[]): unknown[] {
    return this.#guard(() =>
      this.#transaction(() => {
        this.#isTogether = true
        try {
          return writes.map((write) => this.#apart(write))
        } finally {
          this.#isTogether = false
        }
      }),
    )
  }

  #apart(write: () => unknown): unknown {
    this.#database.exec('SAVEPOINT one')
    try {
      const result = write()
      this.#database.exec('RELEASE one')
      return result
    } catch (error) {
      if (!(error instanceof JournalError) || error.fault !== 'conflict') throw error
      this.#database.exec('ROLLBACK TO one; RELEASE one')
      return error
    }
  }

  #transaction<T>(work: () => T): T {
    if (this.#isTogether) return work()
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#database.exec('COMMIT')
      return result
    } catch (error) {
      // After some failures SQLite has rolled back by itself; a second ROLLBACK then says so.
      try {
        this.#database.exec('ROLLBACK')
      } catch {}
      throw error
    }
  }

  #guard<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw asJournalError(error, this.#path)
    }
  }

  #run(sql: string, ...values: (string | number | null | Uint8Array)[]): void {
    this.#statement(sql).run(...values)
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    this.#statements = new Map([...this.#statements, [sql, statement]])
    return statement
  }

  #close(): void {
    this.#statements = new Map()
    try {
      this.#database.close()
    } catch {
      // It is closed already: a failed reopening leaves it so.
    }
  }
}
