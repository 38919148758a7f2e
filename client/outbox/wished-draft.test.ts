import { describe, expect, it } from 'vitest'
import type { DraftWish } from './draft-wish.ts'
import type { Entry } from './entry.ts'
import { item, makes, moves } from './testing/draft.ts'
import { type Placed, shownWishes, withWishes } from './wished-draft.ts'

function ids(items: readonly Placed[]): string {
  return items.map(({ id }) => id).join(' ')
}

const a = item('a', 'a0')
const b = item('b', 'a1')
const c = item('c', 'a2')
const items = [a, b, c]

function shown(...wishes: DraftWish[]): readonly Placed[] {
  return withWishes(items, wishes, () => null)
}

describe('[DR1] what is wished is shown as done', () => {
  it.each<[string, DraftWish[], string]>([
    ['nothing', [], 'a b c'],
    ['a move', [moves('a', 'b')], 'b a c'],
    ['two moves, in their order', [moves('a', 'b'), moves('a', null)], 'a b c'],
    ['a move of what somebody else has removed meanwhile', [moves('x', 'b')], 'a b c'],
    ['a move behind what is gone: the end of its section', [moves('a', 'x')], 'b c a'],
    ['a removal', [moves('a', 'b'), { does: 'remove', item: 'c' }], 'b a'],
    [
      'a removal and its undoing',
      [
        { does: 'remove', item: 'a' },
        { does: 'restore', item: 'a' },
      ],
      'a b c',
    ],
    ['a new item', [makes('n', 'a')], 'a n b c'],
    ['a move behind an item that waits to be made', [makes('n', 'a'), moves('c', 'n')], 'a n c b'],
    ['a new item behind another', [makes('n', 'c'), makes('m', 'n')], 'a b c n m'],
    ['a new item that the room has told already', [makes('a', null)], 'a b c'],
  ])('%s', (_, wishes, order) => {
    expect(ids(shown(...wishes))).toBe(order)
  })

  it('another type, and another version of a recommendation, also of one that is a version itself', () => {
    expect(shown({ does: 'type', item: 'a', type: 'heading' })[0]).toEqual({ ...a, type: 'heading' })
    const wishes = [{ does: 'alternative', item: 'b', of: 'a' } as const, makes('n', null, 'b')]
    expect(shown(...wishes).map(({ alternativeOf }) => alternativeOf)).toEqual([null, 'a', null, 'a'])
    const own = { does: 'alternative', item: 'b', of: null } as const
    expect(shown(...wishes, own)[1]?.alternativeOf).toBeNull()
  })

  it('what the room has removed already is back where it stood', () => {
    const wish = { does: 'restore', item: 'b' } as const
    expect(ids(withWishes([a, c], [wish], () => b))).toBe('a b c')
    expect(ids(withWishes([a, b], [{ does: 'restore', item: 'c' }], () => c))).toBe('a b c')
  })

  it('what was made, and has left the draft since, is not made again by a wish that nobody has let go of', () => {
    expect(ids(withWishes(items, [makes('d', 'a')], (id) => (id === 'd' ? item('d', 'a3') : null)))).toBe(
      'a b c',
    )
  })

  it('[AD2] who asked for brackets changes nothing of the items', () => {
    const asked = { does: 'brackets', item: 'a', bracket: 'k', mechanism: 'aut', asks: true } as const
    expect(shown(asked)).toEqual(items)
  })

  it('neither what was refused nor what waits behind it is shown', () => {
    const refused = { code: 'conflict', message: '', hint: '' }
    const entry = (
      id: string,
      wish: DraftWish,
      changes: Partial<Entry<DraftWish>> = {},
    ): Entry<DraftWish> => {
      return { id, key: id, at: 0, wish, refused: null, isTried: true, isSent: false, ...changes }
    }
    const entries = [
      entry('1', moves('a', 'b'), { refused }),
      entry('2', { does: 'remove', item: 'a' }),
      entry('3', { does: 'remove', item: 'b' }),
      entry('4', { does: 'remove', item: 'c' }, { isSent: true }),
    ]
    expect(ids(shown(...shownWishes(entries)))).toBe('a')
  })
})
