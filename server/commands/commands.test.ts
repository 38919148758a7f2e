import { afterEach, describe, expect, it } from 'vitest'
import { MinutaError } from '../../shared/errors/errors.ts'
import type { MeetingId, MemberId, RoomName } from '../../shared/ids/ids.ts'
import { parseRoomName } from '../../shared/ids/ids.ts'
import type { Room } from '../sync/room.ts'
import type { Command, Work } from './commands.ts'
import { CommandServer, memberOf, roomOf } from './testing/command-room.ts'

const LEDGER = roomOf('ledger')
const DRAFT = roomOf('draft')

let server = new CommandServer()
afterEach(async () => {
  await server.close()
  server = new CommandServer()
})

function command<Result>(
  key: string,
  carryOut: (work: Work) => Result,
  rooms: RoomName[] = [LEDGER, DRAFT],
): Command<Result> {
  return { meeting: 'm1' as MeetingId, by: memberOf('ann'), key, name: 'test', rooms, carryOut }
}

/** Adds one to a number in each room, and gives it. */
function count(work: Work): number {
  const facts = work.doc(LEDGER).getMap<number>('n')
  const next = (facts.get('n') ?? 0) + 1
  for (const room of [LEDGER, DRAFT])
    work.write(room, (_, doc) => {
      doc.getMap('n').set('n', next)
    })
  return next
}

async function open(name: RoomName): Promise<Room> {
  const parsed = parseRoomName(name)
  if (parsed === null) throw new Error(name)
  return server.rooms.get(parsed.name, parsed.parts)
}

async function valueIn(name: RoomName): Promise<unknown> {
  return (await open(name)).document.doc.getMap('n').get('n')
}

describe('a command', () => {
  it('[JR7] writes all its rooms, its record and its key in one batch', async () => {
    expect(await server.commands.run(command('k1', count))).toBe(1)
    expect(server.journal.batches).toHaveLength(1)
    const [batch] = server.journal.batches
    expect(batch?.entries.map(({ room, cause, member }) => [room, cause, member])).toEqual([
      [DRAFT, 'command', 'ann'],
      [LEDGER, 'command', 'ann'],
    ])
    expect(batch?.facts.commands?.map(({ result }) => result)).toEqual(['1'])
    expect(batch?.facts.audit?.map(({ action, member }) => [action, member])).toEqual([['test', 'ann']])
  })

  it('[JR7] under a key that was used gives the first result and changes nothing, also after a restart', async () => {
    await server.commands.run(command('k1', count))
    expect(await server.commands.run(command('k1', count))).toBe(1)
    server.restart()
    expect(await server.commands.run(command('k1', count))).toBe(1)
    expect(server.journal.batches).toHaveLength(1)
    expect(await valueIn(LEDGER)).toBe(1)
  })

  it('[JR7] of two at once under one key, one is carried out', async () => {
    const both = await Promise.all([
      server.commands.run(command('k1', count)),
      server.commands.run(command('k1', count)),
    ])
    expect(both).toEqual([1, 1])
    expect(await valueIn(DRAFT)).toBe(1)
  })

  it('keeps the keys of members apart', async () => {
    await server.commands.run(command('k1', count))
    const other = { ...command('k1', count), by: memberOf('ben') }
    expect(await server.commands.run(other)).toBe(2)
  })

  it('[JR7] waits for the one before it in its meeting', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => server.commands.run(command(`k${index}`, count))),
    )
    expect(results).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  it('that refuses changes nothing, and its key is free', async () => {
    const refused = command('k1', () => {
      throw new MinutaError('conflict')
    })
    await expect(server.commands.run(refused)).rejects.toMatchObject({ code: 'conflict' })
    expect(server.journal.batches).toHaveLength(0)
    expect(await server.commands.run(command('k1', count))).toBe(1)
  })

  it('that breaks down halfway leaves nothing behind: its rooms are loaded again', async () => {
    const broken = command('k1', (work) => {
      count(work)
      throw new Error('a bug')
    })
    await expect(server.commands.run(broken)).rejects.toThrow('a bug')
    expect(await valueIn(LEDGER)).toBeUndefined()
    expect(await server.commands.run(command('k2', count))).toBe(1)
  })

  it('[SY1] shows nothing before it is on disk', async () => {
    let release = (): void => {}
    const ledger = await open(LEDGER)
    server.journal.gate = new Promise((resolve) => {
      release = resolve
    })
    const running = server.commands.run(command('k1', count))
    await expect.poll(() => ledger.isQuiet).toBe(false)
    let seen: unknown = 'not read yet'
    ledger.whenStored(() => {
      seen = ledger.document.doc.getMap('n').get('n')
    })
    expect(seen).toBe('not read yet')
    release()
    await running
    expect(seen).toBe(1)
  })

  it('[SY7] whose batch was not written stands nowhere, is refused as a fault of storage, and can be sent again', async () => {
    server.journal.failing = 'before'
    await expect(server.commands.run(command('k1', count))).rejects.toMatchObject({ code: 'storage' })
    await expect(server.commands.run(command('k1', count))).rejects.toMatchObject({ code: 'storage' })
    server.journal.failing = 'never'
    server.restart()
    expect(await server.commands.run(command('k1', count))).toBe(1)
  })

  it('[JR7] whose batch was written though the answer was lost stands once when it is sent again', async () => {
    server.journal.failing = 'after'
    await expect(server.commands.run(command('k1', count))).rejects.toMatchObject({ code: 'storage' })
    server.journal.failing = 'never'
    server.restart()
    expect(await server.commands.run(command('k1', count))).toBe(1)
    expect(await valueIn(DRAFT)).toBe(1)
  })

  it('may not touch a room that it did not name', async () => {
    const stray = command('k1', (work) => work.doc(DRAFT), [LEDGER])
    await expect(server.commands.run(stray)).rejects.toThrow('did not name')
  })
})

describe('text that the server writes for somebody', () => {
  it('is typed by its author, by what brought it there, and stays so after a restart', async () => {
    const write = command('k1', (work) => {
      work.write(DRAFT, (_, doc) => {
        const text = doc.getText('text')
        work.writeAs(DRAFT, 'ben' as MemberId, 'merge:ann', () => text.insert(0, 'Ben’s '))
        work.writeAs(DRAFT, 'eve' as MemberId, 'merge:ann', () => text.insert(text.length, 'Eve’s '))
        work.writeAs(DRAFT, 'ben' as MemberId, 'merge:ann', () => text.insert(text.length, 'Ben’s'))
        work.writeAs(DRAFT, null, 'merge:ann', () => text.insert(text.length, '.'))
      })
      return null
    })
    await server.commands.run(write)
    server.restart()
    const { document } = await open(DRAFT)
    expect(document.doc.getText('text').toString()).toBe('Ben’s Eve’s Ben’s.')
    const { delegations } = document.authorship()
    expect(delegations.map(({ author, via }) => [author, via])).toEqual([
      ['ben', 'merge:ann'],
      ['eve', 'merge:ann'],
    ])
    for (const { client, author } of delegations) expect(document.typistOf(client)).toBe(author)
    expect(document.typistOf(document.doc.clientID)).toBeNull()
  })

  it('[SY3] under a clientID that no member can take', async () => {
    const write = command('k1', (work) => {
      work.write(DRAFT, (_, doc) => {
        work.writeAs(DRAFT, 'ben' as MemberId, 'merge:ann', () => doc.getText('text').insert(0, 'x'))
      })
      return null
    })
    await server.commands.run(write)
    const { document } = await open(DRAFT)
    const [delegation] = document.authorship().delegations
    expect(document.claim(delegation?.client as number, 'ben' as MemberId)).toBe(false)
  })
})
