import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { DatabaseSyncInstance as DatabaseSync } from '@photostructure/sqlite'
import { JournalError } from './journal.ts'

/** The version of the tables below, written into `meta`. */
export const JOURNAL_FORMAT = 1

const TABLES = `
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS rooms (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, epoch INTEGER NOT NULL, seq INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS entries (
    room INTEGER NOT NULL REFERENCES rooms, seq INTEGER NOT NULL, batch INTEGER NOT NULL, at INTEGER NOT NULL,
    member TEXT, cause TEXT NOT NULL, crc INTEGER NOT NULL, content BLOB NOT NULL,
    PRIMARY KEY (room, seq)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS snapshots (
    room INTEGER NOT NULL REFERENCES rooms, seq INTEGER NOT NULL, crc INTEGER NOT NULL, state BLOB NOT NULL,
    PRIMARY KEY (room, seq)) STRICT;
  CREATE TABLE IF NOT EXISTS bindings (
    room INTEGER NOT NULL REFERENCES rooms, client INTEGER NOT NULL, member TEXT NOT NULL,
    PRIMARY KEY (room, client)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS delegations (
    room INTEGER NOT NULL REFERENCES rooms, client INTEGER NOT NULL, author TEXT NOT NULL, via TEXT NOT NULL,
    PRIMARY KEY (room, client)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS moves (
    id INTEGER PRIMARY KEY, room INTEGER NOT NULL REFERENCES rooms,
    from_client INTEGER NOT NULL, from_clock INTEGER NOT NULL,
    to_client INTEGER NOT NULL, to_clock INTEGER NOT NULL, length INTEGER NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS moves_of_room ON moves (room);
  CREATE TABLE IF NOT EXISTS commands (key TEXT PRIMARY KEY, result TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS late_words (
    id TEXT NOT NULL UNIQUE, room INTEGER NOT NULL REFERENCES rooms, member TEXT NOT NULL, at INTEGER NOT NULL,
    crc INTEGER NOT NULL, content BLOB NOT NULL, digest TEXT NOT NULL, outcome TEXT,
    PRIMARY KEY (room, member, digest)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS audit (
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, member TEXT, action TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
`

/** SQLite's own numbers (sqlite.org/rescode.html), low byte. */
const SQLITE = {
  busy: 5,
  readonly: 8,
  ioerr: 10,
  corrupt: 11,
  full: 13,
  cantopen: 14,
  constraint: 19,
  notadb: 26,
} as const

interface Driver {
  readonly DatabaseSync: new (path: string) => DatabaseSync
}

/** Node's own SQLite where it has one (22.13 and later), else the package with the same interface. */
function loadDriver(): Driver {
  const require = createRequire(import.meta.url)
  try {
    return require('node:sqlite') as Driver
  } catch {
    return require('@photostructure/sqlite') as Driver
  }
}

/**
 * Opens the journal's file, making it if there is none and `mayMake`. Write-ahead log and a full sync at each commit,
 * so that a resolved write survives the machine; deleted words are overwritten; no second process may open it. Throws
 * JournalError with a sentence that says what to do, and then holds nothing of the file.
 */
export function openDatabase(path: string, mayMake: boolean): DatabaseSync {
  const isNew = !existsSync(path)
  // An empty journal in the place of one whose disk was taken away would pass for a meeting that never began.
  if (isNew && !mayMake) throw new JournalError('failed', `${path} is gone. Bring its disk back.`)
  let database: DatabaseSync | null = null
  try {
    database = new (loadDriver().DatabaseSync)(path)
    // EXCLUSIVE before WAL: the index then lives in memory, and a second process is refused at its first read.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
    database.exec('PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 2000;')
    checkFormat(database, isNew, path)
    database.exec(TABLES)
    const writeFormat = database.prepare('INSERT OR IGNORE INTO meta VALUES (?, ?)')
    writeFormat.run('format', String(JOURNAL_FORMAT))
    return database
  } catch (error) {
    // What holds a file keeps its disk from being unmounted and repaired.
    closeQuietly(database)
    throw asJournalError(error, path)
  }
}

function closeQuietly(database: DatabaseSync | null): void {
  try {
    database?.close()
  } catch {
    // The first failure says why.
  }
}

function checkFormat(database: DatabaseSync, isNew: boolean, path: string): void {
  if (isNew) return
  const tables = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'meta'")
    .all()
  if (tables.length === 0) return
  const row = database.prepare("SELECT value FROM meta WHERE key = 'format'").get()
  const format = Number(row?.value ?? JOURNAL_FORMAT)
  if (format > JOURNAL_FORMAT) {
    throw new JournalError(
      'failed',
      `${path} was written by a newer Minuta (format ${format}). Start that version, or restore a backup of this one.`,
    )
  }
}

/** Says what SQLite's refusal means for the journal. */
export function asJournalError(error: unknown, path: string): JournalError {
  if (error instanceof JournalError) return error
  const code = Number((error as { errcode?: unknown } | null)?.errcode ?? 0) & 0xff
  const text = error instanceof Error ? error.message : String(error)
  switch (code) {
    case SQLITE.full:
      return new JournalError(
        'full',
        `The disk that holds ${path} is full. Make room; Minuta goes on by itself.`,
        null,
        error,
      )
    case SQLITE.corrupt:
    case SQLITE.notadb:
      return new JournalError(
        'damaged',
        `${path} is damaged (${text}). Restore it from a backup.`,
        null,
        error,
      )
    case SQLITE.constraint:
      return new JournalError('conflict', `${path} holds that already (${text}).`, null, error)
    case SQLITE.busy:
      return new JournalError(
        'failed',
        `${path} is in use by another Minuta. Stop that one, or set DATA_DIR.`,
        null,
        error,
      )
    case SQLITE.readonly:
    case SQLITE.cantopen:
      return new JournalError(
        'failed',
        `${path} can't be written (${text}). Check who owns the folder.`,
        null,
        error,
      )
    default:
      return new JournalError('failed', `${path}: ${text}`, null, error)
  }
}
