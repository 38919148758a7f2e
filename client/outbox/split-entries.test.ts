import { expect, it } from 'vitest'
import type { Entry } from './entry.ts'
import { splitEntries } from './split-entries.ts'
import type { ThreadWish } from './thread-wish.ts'
import { type Wish, waysOf } from './wish.ts'

const refusal = { code: 'forbidden', message: '', hint: '' }

function entry(id: string, thread: string, changes: Partial<Entry<Wish>> = {}): Entry<Wish> {
  const wish: ThreadWish = { does: 'reply', thread, room: 'ledger', comment: id, parts: ['And'] }
  return { id, key: id, at: 1, wish, refused: null, isTried: true, isSent: false, ...changes }
}

it('[TH3] what waits behind a refused comment stands with it: it is not on its way', () => {
  const { waiting, refused } = splitEntries(
    [
      entry('sent', 'a', { isSent: true }),
      entry('before', 'a'),
      entry('refused', 'a', { refused: refusal }),
      entry('behind', 'a'),
      entry('elsewhere', 'b'),
    ],
    waysOf,
  )
  expect(waiting.map(({ id }) => id)).toEqual(['before', 'elsewhere'])
  expect(refused.map(({ id }) => id)).toEqual(['refused', 'behind'])
})
