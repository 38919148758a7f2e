import { describe, expect, test } from 'vitest'
import type { ItemType } from '../../../shared/draft/draft-item.ts'
import type { Placed } from '../../outbox/wished-draft.ts'
import { applyMove } from '../../outbox/wished-draft.ts'
import { dropTarget, sectionTarget, stepTarget } from './moves.ts'
import { countItems, neighbour, readingOrder, sectionsOf } from './outline.ts'

/** `t1: a b, t2: c` as items; `#x` is a heading, `~x` a paragraph. */
function items(written: string): Placed[] {
  return written.split(',').flatMap((part) => {
    const [section = '', inside = ''] = part.split(':').map((text) => text.trim())
    return inside.split(' ').map((name) => {
      const type: ItemType = name.startsWith('#')
        ? 'heading'
        : name.startsWith('~')
          ? 'paragraph'
          : 'recommendation'
      return { id: name.replace(/^[#~]/, ''), type, section }
    })
  })
}

function show(list: readonly Placed[]): string {
  const parts = sectionsOf(list, AGENDA).filter(({ items }) => items.length > 0)
  return parts.map(({ id, items }) => `${id}: ${items.map(({ item }) => item.id).join(' ')}`).join(', ')
}

const AGENDA = ['t1', 't2', 't3']

describe('the order of the draft', () => {
  test('[DR1] sections stand in the agenda’s order, the general one last, empty ones too', () => {
    const sections = sectionsOf(items('general: g, t2: c, t1: a b'), AGENDA)
    expect(sections.map(({ id }) => id)).toEqual(['t1', 't2', 't3', 'general'])
    expect(readingOrder(sections)).toEqual(['a', 'b', 'c', 'g'])
  })

  test('recommendations are numbered through all sections; headings and paragraphs are not', () => {
    const sections = sectionsOf(items('t1: #h a ~p b, t2: c, general: g'), AGENDA)
    const numbers = sections.flatMap(({ items }) => items.map(({ item, number }) => [item.id, number]))
    expect(numbers).toEqual([
      ['h', null],
      ['a', 1],
      ['p', null],
      ['b', 2],
      ['c', 3],
      ['g', 4],
    ])
  })

  test('[AD2] versions of a recommendation share its number, and are one of those that are counted', () => {
    const [a, b, c] = items('t1: a b c') as [Placed, Placed, Placed]
    const sections = sectionsOf([{ ...c, alternativeOf: 'a' }, a, b], AGENDA)
    const shown = sections.flatMap(({ items }) => {
      return items.map(({ item, number, version }) => `${item.id} ${number}.${version.index}`)
    })
    expect(shown).toEqual(['a 1.0', 'c 1.1', 'b 2.0'])
    expect(countItems(sections)).toBe(2)
  })

  test('items of a topic that is gone stand with the general ones', () => {
    expect(show(items('t9: x, general: g, t1: a'))).toBe('t1: a, general: x g')
  })

  test.each([
    ['a', 1, 'b'],
    ['b', -1, 'a'],
    ['a', -1, null],
    ['c', 1, null],
    [null, 1, 'a'],
    [null, -1, 'c'],
    ['gone', 1, 'a'],
  ] as const)('from %s by %d comes %s', (id, step, expected) => {
    expect(neighbour(['a', 'b', 'c'], id, step)).toBe(expected)
  })

  test('an empty draft has no neighbour', () => {
    expect(neighbour([], null, 1)).toBeNull()
  })
})

describe('[AD2] moving among versions', () => {
  const versions = items('t1: a x y b').map((item) => {
    return item.id === 'x' || item.id === 'y' ? { ...item, alternativeOf: 'a' } : item
  })
  const sections = sectionsOf(versions, AGENDA)

  test.each([
    ['a', 1, 'b'],
    ['b', -1, null],
    ['x', 1, 'y'],
    ['y', -1, 'a'],
  ] as const)(
    '%s by %d goes behind %s: versions are stepped over as one, and change places among themselves',
    (id, step, after) => {
      expect(stepTarget(sections, id, step)).toEqual({ section: 't1', after })
    },
  )

  test.each([
    ['x', -1],
    ['y', 1],
  ] as const)('%s by %d goes nowhere: alternatives stay behind the first version', (id, step) => {
    expect(stepTarget(sections, id, step)).toBeNull()
  })
})

describe('moving an item', () => {
  const before = items('t1: a b c, t3: d, general: g')
  const sections = sectionsOf(before, AGENDA)

  test.each([
    ['b', -1, 't1: b a c, t3: d, general: g'],
    ['c', -1, 't1: a c b, t3: d, general: g'],
    ['b', 1, 't1: a c b, t3: d, general: g'],
    ['c', 1, 't1: a b, t2: c, t3: d, general: g'],
    ['d', -1, 't1: a b c, t2: d, general: g'],
    ['d', 1, 't1: a b c, general: d g'],
    ['g', -1, 't1: a b c, t3: d g'],
  ] as const)('%s one step (%d) gives %s', (id, step, expected) => {
    expect(show(applyMove(before, id, stepTarget(sections, id, step)!))).toBe(expected)
  })

  test('goes no further than the ends', () => {
    expect(stepTarget(sections, 'a', -1)).toBeNull()
    expect(stepTarget(sections, 'g', 1)).toBeNull()
    expect(stepTarget(sections, 'gone', 1)).toBeNull()
  })

  test('to a section is to its end, and nowhere when it is there', () => {
    expect(sectionTarget(sections, 'a', 't3')).toEqual({ section: 't3', after: 'd' })
    expect(sectionTarget(sections, 'a', 't2')).toEqual({ section: 't2', after: null })
    expect(sectionTarget(sections, 'a', 't1')).toEqual({ section: 't1', after: 'c' })
    expect(sectionTarget(sections, 'c', 't1')).toBeNull()
  })

  test.each([
    ['a', 't1', null, 't1: b c a, t3: d, general: g'],
    ['c', 't1', 'a', 't1: c a b, t3: d, general: g'],
    ['a', 't1', 'c', 't1: b a c, t3: d, general: g'],
    ['a', 't2', null, 't1: b c, t2: a, t3: d, general: g'],
    ['g', 't3', 'd', 't1: a b c, t3: g d'],
  ] as const)('%s dropped in %s before %s gives %s', (id, section, at, expected) => {
    expect(show(applyMove(before, id, dropTarget(sections, id, section, at)!))).toBe(expected)
  })

  test('dropped where it stands, it goes nowhere', () => {
    expect(dropTarget(sections, 'b', 't1', 'b')).toBeNull()
    expect(dropTarget(sections, 'b', 't1', 'c')).toBeNull()
    expect(dropTarget(sections, 'c', 't1', null)).toBeNull()
    expect(dropTarget(sections, 'b', 't1', 'gone')).toBeNull()
  })

  test('behind what is gone meanwhile is the section’s end; an item that is gone changes nothing', () => {
    expect(show(applyMove(before, 'd', { section: 't1', after: 'gone' }))).toBe('t1: a b c d, general: g')
    expect(applyMove(before, 'gone', { section: 't1', after: null })).toBe(before)
  })

  test('two moves at once end in one order, whichever is shown first', () => {
    const one = { section: 't3', after: 'd' }
    const other = { section: 'general', after: null }
    const first = applyMove(applyMove(before, 'a', one), 'b', other)
    const second = applyMove(applyMove(before, 'b', other), 'a', one)
    expect(show(first)).toBe(show(second))
  })
})
