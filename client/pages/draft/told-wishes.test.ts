import { describe, expect, it } from 'vitest'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import type { DraftWish } from '../../outbox/draft-wish.ts'
import type { Entry } from '../../outbox/entry.ts'
import { item, makes, moves } from '../../outbox/testing/draft.ts'
import { ToldWishes } from './told-wishes.ts'

const a = item('a', 'a0')
const b = item('b', 'a1')
const c = item('c', 'a2')
const items = [a, b, c]

describe('[DR1] what was sent is shown until the room has told it', () => {
  const sent = (...wishes: DraftWish[]): Entry<DraftWish>[] =>
    wishes.map((wish, index) => ({
      id: `e${index}`,
      key: 'k',
      at: index,
      wish,
      refused: null,
      isTried: true,
      isSent: true,
    }))

  it.each<[string, DraftWish, DraftItem[]]>([
    ['a move', moves('a', 'b'), [b, item('a', 'a1V'), c]],
    ['a move into another section', moves('a', null, 't2'), [item('a', 'Zz', 't2'), b, c]],
    ['a removal', { does: 'remove', item: 'c' }, [a, b]],
    ['a removal that words took back meanwhile', { does: 'remove', item: 'c' }, [a, b, { ...c, gone: 'h' }]],
    ['a restoration', { does: 'restore', item: 'd' }, [...items, item('d', 'a3')]],
    ['a new item', makes('n', 'c'), [...items, item('n', 'a3')]],
    ['a type', { does: 'type', item: 'a', type: 'heading' }, [{ ...a, type: 'heading' }, b, c]],
    ['a version', { does: 'alternative', item: 'b', of: 'a' }, [a, { ...b, alternativeOf: 'a' }, c]],
  ])('%s, and the room may be before the answer or behind it', (_, wish, after) => {
    const told = new ToldWishes()
    const entries = sent(wish)
    expect([...told.told(entries, items)]).toEqual([])
    expect([...told.told(entries, after)]).toEqual(['e0'])
    expect([...new ToldWishes().told(entries, after)]).toEqual(['e0'])
  })

  it('[AD2] who asked for brackets is no word about the item: another room tells it, and nothing waits behind it', () => {
    const asked = { does: 'brackets', item: 'a', bracket: 'k', mechanism: 'aut', asks: true } as const
    const after = [b, item('a', 'a1V'), c]
    expect([...new ToldWishes().told(sent(asked, moves('a', 'b')), after)]).toEqual(['e1'])
  })

  it('what waits is not told, however the item stands', () => {
    const entries = sent(moves('a', 'b')).map((entry) => ({ ...entry, isSent: false }))
    expect(new ToldWishes().told(entries, [b, item('a', 'a1V'), c]).size).toBe(0)
  })

  it('somebody else’s later word about the item stands over this page’s guess', () => {
    const told = new ToldWishes()
    const entries = sent(moves('a', 'b'))
    told.told(entries, items)
    expect([...told.told(entries, [b, c, item('a', 'Zz', 't2')])]).toEqual(['e0'])
    const gone = new ToldWishes()
    gone.told(entries, items)
    expect([...gone.told(entries, [b, c])]).toEqual(['e0'])
  })

  it('of two quick moves of one item the second goes on being shown when the first has arrived', () => {
    const told = new ToldWishes()
    const [first, second] = sent(moves('a', 'b'), moves('a', 'c')) as [Entry<DraftWish>, Entry<DraftWish>]
    told.told([first, second], items)
    const after = [b, item('a', 'a1V'), c]
    expect([...told.told([first, second], after)]).toEqual(['e0'])
    expect([...told.told([second], after)]).toEqual([])
    expect([...told.told([second], [b, c, item('a', 'a3')])]).toEqual(['e1'])
  })

  it('a move in one section is told whatever stands between in others', () => {
    const other = item('o', 'a1F', 't2')
    const after = [b, other, item('a', 'a1V'), c]
    expect([...new ToldWishes().told(sent(moves('a', 'b')), after)]).toEqual(['e0'])
  })
})
