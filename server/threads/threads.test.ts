import { afterEach, describe, expect, it } from 'vitest'
import { MAX_MEMBER_COMMENTS, MAX_THREAD_COMMENTS, MAX_THREADS } from '../../shared/limits/http-limits.ts'
import type { MeetingFacts } from '../../shared/permissions/room-access.ts'
import type { CommentFact, CommentPart, ThreadFact } from '../../shared/threads/thread-facts.ts'
import { CommandServer, memberOf, roomOf } from '../commands/testing/command-room.ts'
import type { Member } from '../registry/registry-shape.ts'
import { testMeeting, testMember } from '../registry/testing/meeting.ts'
import { commentsOf, threadsOf } from './thread-maps.ts'
import { Threads } from './threads.ts'

const LEDGER = roomOf('ledger')
const ann = memberOf('ann', 'rapporteur')
const THREAD: ThreadFact = { subject: { on: 'meeting' }, at: 1, by: 'ann', resolved: null }

const members = new Map<string, Member>()
const registry = {
  facts: (): MeetingFacts => ({ meeting: ann.meeting, phase: 'in-session', topics: new Map() }),
  member: (_: string, id: string) => members.get(id) ?? null,
  meeting: () => testMeeting(),
}
let server = new CommandServer()
let keys = 0

afterEach(async () => {
  await server.close()
  server = new CommandServer()
})

/** Threads in a ledger that holds one thread `x` already, and whatever else. */
async function threadsWith(
  more: (threads: Map<string, ThreadFact>, comments: Map<string, CommentFact>) => void,
) {
  for (const id of ['ann', 'ben']) members.set(id, testMember(id))
  const threads = new Map([['x', THREAD]])
  const comments = new Map<string, CommentFact>()
  more(threads, comments)
  await server.commands.run({
    meeting: ann.meeting,
    by: ann,
    key: 'seed',
    name: 'seed',
    rooms: [LEDGER],
    carryOut: (work) => {
      work.write(LEDGER, (_, doc) => {
        for (const [id, fact] of threads) threadsOf(doc).set(id, fact)
        for (const [id, fact] of comments) commentsOf(doc).set(id, fact)
      })
      return null
    },
  })
  return new Threads(server.commands, registry)
}

const sender = () => ({ principal: ann, key: `key-${++keys}` })

function comment(parts: readonly CommentPart[], thread = 'x'): CommentFact {
  return { thread, at: 1, by: 'ann', parts, edited: null, deleted: null }
}

it('a room that is full takes no more threads, and goes on taking comments', async () => {
  const threads = await threadsWith((all) => {
    for (let index = 1; index < MAX_THREADS; index++) all.set(`t${index}`, THREAD)
  })
  const more = {
    id: 'y',
    subject: { on: 'meeting' },
    internal: false,
    comment: { id: 'c', parts: ['a'] },
  } as const
  await expect(threads.open(sender(), { ...more, comment: { id: 'c', parts: ['a'] } })).rejects.toMatchObject(
    {
      code: 'threads-full',
    },
  )
  expect(await threads.comment(sender(), 'x', { room: 'ledger', id: 'c', parts: ['a'] })).toEqual({})
})

it('a thread that is full takes no more comments, and others do', async () => {
  const threads = await threadsWith((all, comments) => {
    all.set('y', THREAD)
    for (let index = 0; index < MAX_THREAD_COMMENTS; index++) comments.set(`c${index}`, comment(['a']))
  })
  const more = { room: 'ledger', id: 'z', parts: ['a'] } as const
  await expect(threads.comment(sender(), 'x', { ...more, parts: ['a'] })).rejects.toMatchObject({
    code: 'thread-full',
  })
  expect(await threads.comment(sender(), 'y', { ...more, parts: ['a'] })).toEqual({})
})

it('nobody fills a room alone: of one member so many comments are taken, of others more', async () => {
  const threads = await threadsWith((all, comments) => {
    for (let index = 0; index < MAX_MEMBER_COMMENTS; index++) {
      all.set(`t${index}`, THREAD)
      comments.set(`c${index}`, comment(['a'], `t${index}`))
    }
  })
  const more = { room: 'ledger' as const, id: 'z', parts: ['a'] }
  await expect(threads.comment(sender(), 'x', more)).rejects.toMatchObject({ code: 'threads-full' })
  const other = { ...sender(), principal: memberOf('ben', 'rapporteur') }
  expect(await threads.comment(other, 'x', more)).toEqual({})
})

describe('[TH2] an edit', () => {
  const toBen = { of: 'member', id: 'ben' } as const
  const place = { room: 'ledger', thread: 'x', comment: 'c' } as const

  it('keeps the mention of somebody who has left since, and takes no new one of them', async () => {
    const threads = await threadsWith((_, comments) => {
      comments.set('c', comment(['See ', toBen]))
      comments.set('d', comment(['See nobody']))
    })
    members.delete('ben')
    expect(await threads.edit(sender(), place, ['Ask ', toBen])).toEqual({})
    const again = threads.edit(sender(), { ...place, comment: 'd' }, ['Ask ', toBen])
    await expect(again).rejects.toMatchObject({ code: 'mention-unknown', detail: { member: 'ben' } })
  })

  it('to the same words writes nothing', async () => {
    const threads = await threadsWith((_, comments) => comments.set('c', comment(['Same.'])))
    const { length } = server.journal.batches.flatMap(({ entries }) => entries)
    expect(await threads.edit(sender(), place, ['Same.'])).toEqual({})
    expect(server.journal.batches.flatMap(({ entries }) => entries)).toHaveLength(length)
  })
})

it('every command leaves its name in the record', async () => {
  const threads = await threadsWith(() => {})
  const at = { room: 'ledger', thread: 'x', comment: 'c' } as const
  await threads.comment(sender(), 'x', { room: 'ledger', id: 'c', parts: ['a'] })
  await threads.edit(sender(), at, ['b'])
  await threads.delete(sender(), at)
  await threads.resolve(sender(), 'x', 'ledger', true)
  await threads.resolve(sender(), 'x', 'ledger', false)
  const first = { id: 'd', parts: ['a'] }
  await threads.open(sender(), { id: 'y', subject: { on: 'meeting' }, internal: false, comment: first })
  const actions = server.journal.batches.flatMap(({ facts }) => facts.audit ?? []).map(({ action }) => action)
  expect(actions.slice(1)).toEqual([
    'comment-add',
    'comment-edit',
    'comment-delete',
    'thread-resolve',
    'thread-reopen',
    'thread-open',
  ])
})
