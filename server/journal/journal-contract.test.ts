import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import type { MemberId, RoomName } from '../../shared/ids/ids.ts'
import type { Batch, Journal, NewEntry } from './journal.ts'
import { SqliteJournal } from './sqlite-journal.ts'
import { MemoryJournal } from './testing/memory-journal.ts'

const ONE = 'm/a/notes/t1' as RoomName
const TWO = 'm/a/draft' as RoomName
const member = 'ann' as MemberId
const folder = mkdtempSync(join(tmpdir(), 'minuta-journal-'))
const worker = new URL('./journal-worker.ts', import.meta.url)
let files = 0

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function entry(room: RoomName, ...bytes: number[]): NewEntry {
  return { room, at: 5, member, cause: 'typed', update: Uint8Array.from(bytes) }
}

function batch(
  entries: readonly NewEntry[],
  expected: readonly [RoomName, number][],
  facts: Batch['facts'] = {},
): Batch {
  return { entries, facts, expected: new Map(expected) }
}

function openSqlite(path = join(folder, `${++files}.sqlite`)): Promise<SqliteJournal> {
  return SqliteJournal.open(path, worker)
}

describe.each<[string, () => Promise<Journal>]>([
  ['in memory', async () => new MemoryJournal()],
  ['on SQLite', openSqlite],
])('a journal %s', (_, open) => {
  it('numbers the entries of each room from 1 and reads them back in order', async () => {
    const journal = await open()
    expect(await journal.read(ONE)).toBeNull()
    await journal.append(
      batch(
        [entry(ONE, 1), entry(TWO, 9), entry(ONE, 2)],
        [
          [ONE, 0],
          [TWO, 0],
        ],
      ),
    )
    const seqs = await journal.append(batch([entry(ONE, 3)], [[ONE, 2]]))
    expect(seqs.get(ONE)).toBe(3)
    const stored = await journal.read(ONE)
    expect(stored?.tail.map(({ seq, update }) => [seq, [...update]])).toEqual([
      [1, [1]],
      [2, [2]],
      [3, [3]],
    ])
    expect(stored?.tail[0]).toMatchObject({ member: 'ann', cause: 'typed', at: 5 })
    expect(await journal.rooms()).toEqual([TWO, ONE])
    await journal.close()
  })

  it('[JR2] gives a room’s history from any entry on, also behind a snapshot', async () => {
    const journal = await open()
    expect(await journal.history(ONE, 0)).toEqual([])
    await journal.append(batch([entry(ONE, 1), entry(ONE, 2), entry(ONE, 3)], [[ONE, 0]]))
    await journal.keepSnapshot(ONE, { seq: 3, state: Uint8Array.of(7) })
    const numbers = async (after: number): Promise<number[]> =>
      (await journal.history(ONE, after)).map(({ seq }) => seq)
    expect(await numbers(0)).toEqual([1, 2, 3])
    expect(await numbers(2)).toEqual([3])
    expect(await numbers(3)).toEqual([])
    await journal.close()
  })

  it('[SY11] keeps late words once, until they are settled', async () => {
    const journal = await open()
    const late = { id: 'w1', room: ONE, member, at: 5, update: Uint8Array.of(1, 2) }
    await journal.append(batch([], [], { lateWords: [late] }))
    await journal.append(batch([], [], { lateWords: [{ ...late, id: 'w2' }] }))
    await journal.append(batch([], [], { lateWords: [{ ...late, id: 'w3', update: Uint8Array.of(9) }] }))
    const kept = await journal.lateWords(ONE)
    expect(kept.map(({ id, member, update }) => [id, member, [...update]])).toEqual([
      ['w1', 'ann', [1, 2]],
      ['w3', 'ann', [9]],
    ])
    expect(await journal.lateWords(TWO)).toEqual([])
    await journal.append(batch([entry(ONE, 1)], [[ONE, 0]], { settled: [{ id: 'w1', outcome: 'admitted' }] }))
    expect((await journal.lateWords(ONE)).map(({ id }) => id)).toEqual(['w3'])
    const again = batch([], [], { settled: [{ id: 'w1', outcome: 'dropped' }] })
    await expect(journal.append(again)).rejects.toMatchObject({ fault: 'conflict' })
    const grown = { ...late, id: 'w3', update: Uint8Array.of(9, 9) }
    await journal.append(batch([], [], { lateWords: [grown] }))
    expect((await journal.lateWords(ONE)).map(({ id, update }) => [id, [...update]])).toEqual([
      ['w3', [9, 9]],
    ])
    await journal.close()
  })

  it('refuses a batch as a whole when one of its rooms has gone on', async () => {
    const journal = await open()
    await journal.append(batch([entry(ONE, 1)], [[ONE, 0]]))
    const stale = batch(
      [entry(TWO, 1), entry(ONE, 2)],
      [
        [TWO, 0],
        [ONE, 0],
      ],
    )
    await expect(journal.append(stale)).rejects.toMatchObject({ fault: 'conflict' })
    expect((await journal.read(ONE))?.seq).toBe(1)
    expect(await journal.read(TWO)).toBeNull()
    await journal.close()
  })

  it('of many batches at once refuses alone the one that conflicts', async () => {
    const journal = await open()
    const rooms = Array.from({ length: 40 }, (_, index) => `m/a/notes/r${index}` as RoomName)
    const key = { commands: [{ key: 'once', result: '{}' }] }
    const written = await Promise.allSettled(
      rooms.flatMap((room, index) => [
        journal.append(batch([entry(room, index)], [[room, 0]], index < 2 ? key : {})),
        journal.keepSnapshot(room, { seq: 1, state: Uint8Array.of(index) }),
        journal.append(batch([entry(room, 9)], [[room, index === 20 ? 7 : 1]])),
      ]),
    )
    const refused = written.flatMap((each, index) =>
      each.status === 'rejected' ? [[index, (each.reason as { fault: string }).fault]] : [],
    )
    // The second room's key was used: its snapshot and its second entry then have nothing to stand on.
    expect(refused).toEqual([3, 4, 5, 62].map((index) => [index, 'conflict']))
    const ends = await Promise.all(rooms.map(async (room) => (await journal.read(room))?.seq ?? 0))
    expect(ends).toEqual(rooms.map((_, index) => (index === 1 ? 0 : index === 20 ? 1 : 2)))
    await journal.close()
  })

  it('refuses an entry of a room whose last number the batch does not name', async () => {
    const journal = await open()
    await expect(journal.append(batch([entry(ONE, 1)], []))).rejects.toMatchObject({ fault: 'conflict' })
    expect(await journal.read(ONE)).toBeNull()
    await journal.close()
  })

  it('[SY3] keeps bindings, delegations and moves with the entries they came with', async () => {
    const journal = await open()
    const from = { client: 1, clock: 2 }
    const to = { client: 3, clock: 4 }
    await journal.append(
      batch([entry(ONE, 1)], [[ONE, 0]], {
        bindings: [{ room: ONE, client: 2 ** 40, member }],
        delegations: [{ room: ONE, client: 8, author: member, via: 'merge' }],
        moves: [{ room: ONE, from, to, length: 5 }],
      }),
    )
    const stored = await journal.read(ONE)
    expect(stored?.bindings).toEqual([{ room: ONE, client: 2 ** 40, member }])
    expect(stored?.delegations).toEqual([{ room: ONE, client: 8, author: member, via: 'merge' }])
    expect(stored?.moves).toEqual([{ room: ONE, from, to, length: 5 }])
    await journal.close()
  })

  it('[JR7] keeps a command’s result with what it wrote, and refuses the same key a second time as a whole', async () => {
    const journal = await open()
    await journal.append(batch([entry(ONE, 1)], [[ONE, 0]], { commands: [{ key: 'k', result: '{}' }] }))
    const again = batch([entry(ONE, 2)], [[ONE, 1]], { commands: [{ key: 'k', result: '{}' }] })
    await expect(journal.append(again)).rejects.toMatchObject({ name: 'JournalError' })
    expect((await journal.read(ONE))?.seq).toBe(1)
    expect(await journal.commandResult('k')).toBe('{}')
    expect(await journal.commandResult('other')).toBeNull()
    await journal.close()
  })

  it('[JR1] reads a room from its newest snapshot and what came after it', async () => {
    const journal = await open()
    await journal.append(batch([entry(ONE, 1), entry(ONE, 2), entry(ONE, 3)], [[ONE, 0]]))
    await journal.keepSnapshot(ONE, { seq: 1, state: Uint8Array.of(7) })
    await journal.keepSnapshot(ONE, { seq: 2, state: Uint8Array.of(8) })
    const stored = await journal.read(ONE)
    expect(stored?.snapshot).toMatchObject({ seq: 2 })
    expect([...(stored?.snapshot?.state ?? [])]).toEqual([8])
    expect(stored?.tail.map(({ seq }) => seq)).toEqual([3])
    await expect(journal.keepSnapshot(ONE, { seq: 9, state: Uint8Array.of(1) })).rejects.toMatchObject({
      fault: 'conflict',
    })
    await journal.close()
  })

  it('carries out calls in the order in which they were made', async () => {
    const journal = await open()
    const calls = Array.from({ length: 20 }, (_, index) =>
      journal.append(batch([entry(ONE, index)], [[ONE, index]])),
    )
    await Promise.all(calls)
    expect((await journal.read(ONE))?.tail.map(({ update }) => update[0])).toEqual(
      Array.from({ length: 20 }, (_, i) => i),
    )
    await journal.close()
  })

  it('takes large updates and empty ones', async () => {
    const journal = await open()
    const large = new Uint8Array(5_000_000).fill(3)
    await journal.append(batch([{ ...entry(ONE), update: large }, entry(ONE)], [[ONE, 0]]))
    expect((await journal.read(ONE))?.tail.map(({ update }) => update.length)).toEqual([5_000_000, 0])
    await journal.close()
  })

  it('after it was opened again it goes on where it was', async () => {
    const journal = await open()
    await journal.append(batch([entry(ONE, 1)], [[ONE, 0]]))
    await journal.reopen()
    await journal.append(batch([entry(ONE, 2)], [[ONE, 1]]))
    expect((await journal.read(ONE))?.seq).toBe(2)
    await journal.close()
  })

  it('refuses calls after it was closed', async () => {
    const journal = await open()
    await journal.close()
    await expect(journal.append(batch([entry(ONE, 1)], [[ONE, 0]]))).rejects.toMatchObject({
      fault: 'closed',
    })
  })
})

describe('the journal on SQLite', () => {
  it('[JR3] names the room of a damaged entry and reads the others', async () => {
    const path = join(folder, 'damaged.sqlite')
    const journal = await openSqlite(path)
    await journal.append(
      batch(
        [entry(ONE, 1), entry(ONE, 2), entry(TWO, 1)],
        [
          [ONE, 0],
          [TWO, 0],
        ],
      ),
    )
    await journal.close()
    const database = new DatabaseSync(path)
    database.exec("UPDATE entries SET content = x'FF' WHERE seq = 2")
    database.close()
    const again = await openSqlite(path)
    await expect(again.read(ONE)).rejects.toMatchObject({ fault: 'damaged', room: ONE })
    expect((await again.read(TWO))?.seq).toBe(1)
    await again.close()
  })

  it('[JR3] notices an entry that is missing', async () => {
    const path = join(folder, 'hole.sqlite')
    const journal = await openSqlite(path)
    await journal.append(batch([entry(ONE, 1), entry(ONE, 2), entry(ONE, 3)], [[ONE, 0]]))
    await journal.close()
    const database = new DatabaseSync(path)
    database.exec('DELETE FROM entries WHERE seq = 2')
    database.close()
    const again = await openSqlite(path)
    await expect(again.read(ONE)).rejects.toMatchObject({ fault: 'damaged', room: ONE })
    await again.close()
  })

  it('says what to do about a file that is no journal', async () => {
    const path = join(folder, 'text.sqlite')
    writeFileSync(path, 'This is no database. '.repeat(500))
    await expect(openSqlite(path)).rejects.toMatchObject({
      fault: 'damaged',
      message: expect.stringContaining('backup'),
    })
    expect(readFileSync(path, 'utf8')).toContain('This is no database.')
  })

  it('[SY7] makes no empty journal in the place of one that is gone, and goes on when it is back', async () => {
    const [here, elsewhere] = [join(folder, 'mounted'), join(folder, 'unmounted')]
    mkdirSync(here)
    const path = join(here, 'journal.sqlite')
    const journal = await openSqlite(path)
    await journal.append(batch([entry(ONE, 1)], [[ONE, 0]]))
    renameSync(here, elsewhere)
    mkdirSync(here)
    await expect(journal.reopen()).rejects.toMatchObject({ message: expect.stringContaining('is gone') })
    await expect(journal.read(ONE)).rejects.toMatchObject({ fault: 'failed' })
    expect(readdirSync(here)).toEqual([])
    rmdirSync(here)
    renameSync(elsewhere, here)
    await journal.reopen()
    await journal.append(batch([entry(ONE, 2)], [[ONE, 1]]))
    expect((await journal.read(ONE))?.tail).toHaveLength(2)
    await journal.close()
  })

  it('says what to do about a journal of a newer format', async () => {
    const path = join(folder, 'newer.sqlite')
    await (await openSqlite(path)).close()
    const database = new DatabaseSync(path)
    database.exec("UPDATE meta SET value = '99' WHERE key = 'format'")
    database.close()
    await expect(openSqlite(path)).rejects.toMatchObject({ message: expect.stringContaining('newer Minuta') })
  })
})
