import { describe, expect, it } from 'vitest'
import type { Entry as AnyEntry } from '../outbox/entry.ts'
import type { ThreadWish as Wish } from '../outbox/thread-wish.ts'
import type { ShownComment, ShownThread } from './thread.ts'
import { withWaiting } from './with-waiting.ts'

type Entry = AnyEntry<Wish>

const comment: ShownComment = {
  id: 'c',
  thread: 't',
  at: 1,
  by: 'me',
  parts: ['Told'],
  edited: null,
  deleted: null,
  waiting: null,
}
const told: ShownThread = {
  id: 't',
  room: 'ledger',
  subject: { on: 'meeting' },
  at: 1,
  by: 'me',
  resolved: null,
  comments: [comment],
  waiting: null,
}

function show(wish: Wish, changes: Partial<Entry> = {}): readonly ShownThread[] {
  return withWaiting(
    [told],
    [{ id: 'e', key: 'k', at: 9, wish, refused: null, isTried: true, isSent: false, ...changes }],
    'me',
  )
}

const refused = { code: 'forbidden', message: '', hint: '' }
const reply: Wish = { does: 'reply', thread: 't', room: 'ledger', comment: 'new', parts: ['And'] }
const edit: Wish = { does: 'edit', thread: 't', room: 'ledger', comment: 'c', parts: ['Better'] }

describe('what is wished shows as if it were done', () => {
  it('a thread that is being opened, in the room it will be in', () => {
    const wish: Wish = {
      does: 'open',
      thread: 'n',
      subject: { on: 'item', item: 'i', passage: null },
      internal: true,
      comment: 'first',
      parts: ['New'],
    }
    expect(show(wish)[1]).toMatchObject({
      id: 'n',
      room: 'drafting',
      comments: [{ id: 'first', by: 'me', waiting: { entry: 'e', refused: null } }],
    })
  })

  it('a reply behind what was told', () => {
    expect(show(reply)[0]?.comments.map(({ id, waiting }) => [id, waiting?.does])).toEqual([
      ['c', undefined],
      ['new', 'reply'],
    ])
  })

  it('once it is told, it is not shown twice', () => {
    const thread = { ...told, comments: [comment, { ...comment, id: 'new' }] }
    const entry: Entry = { id: 'e', key: 'k', at: 9, wish: reply, refused: null, isTried: true, isSent: true }
    expect(withWaiting([thread], [entry], 'me')[0]?.comments).toHaveLength(2)
  })

  it('threads of one id in two rooms stay two, and a wish goes into its own', () => {
    const inside: ShownThread = { ...told, room: 'drafting' }
    const entry: Entry = {
      id: 'e',
      key: 'k',
      at: 9,
      wish: { ...reply, room: 'drafting' } as Wish,
      refused: null,
      isTried: true,
      isSent: false,
    }
    const shown = withWaiting([told, inside], [entry], 'me')
    expect(shown.map(({ room, comments }) => [room, comments.length])).toEqual([
      ['ledger', 1],
      ['drafting', 2],
    ])
  })

  it('an edit, a deletion, a resolution', () => {
    expect(show(edit)[0]?.comments[0]).toMatchObject({ parts: ['Better'], edited: 9 })
    const gone: Wish = { does: 'delete', thread: 't', room: 'ledger', comment: 'c' }
    expect(show(gone)[0]?.comments[0]).toMatchObject({ parts: [], deleted: 9 })
    const resolve: Wish = { does: 'resolve', thread: 't', room: 'ledger', resolved: true }
    expect(show(resolve)[0]).toMatchObject({ resolved: { at: 9, by: 'me' }, waiting: { does: 'resolve' } })
  })

  it('a refused change is not done, and says so', () => {
    expect(show(edit, { refused })[0]?.comments[0]).toMatchObject({
      parts: ['Told'],
      waiting: { does: 'edit', refused },
    })
  })

  it('without wishes it is the very list that was told', () => {
    const threads = [told]
    expect(withWaiting(threads, [], 'me')).toBe(threads)
  })
})
