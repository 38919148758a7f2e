import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Placed } from '../../outbox/wished-draft.ts'
import type { Numbered } from './outline.ts'
import { groupRows, orderOf } from './view-groups.ts'

function items(count: number): Numbered<Placed>[] {
  return Array.from({ length: count }, (_, index) => ({
    item: { id: `i${index}`, type: 'recommendation', section: 't1' },
    number: index + 1,
    version: { index: 0, isContested: false },
  }))
}

describe('groups of a view', () => {
  it('an item of several groups is in full under the first, and a reference under the others', () => {
    const groups = groupRows(items(2), (id) => (id === 'i0' ? ['b', 'a'] : ['b']), ['a', 'b', 'c'])
    expect(
      groups.map(({ id, rows }) => [id, ...rows.map(({ item, under }) => `${item.id} ${under}`)]),
    ).toEqual([
      ['a', 'i0 null'],
      ['b', 'i0 a', 'i1 null'],
    ])
    expect(orderOf(groups)).toEqual(['i0', 'i1'])
  })

  const SEED = 20130528
  it(`shows each item once in full, under its own number, in the document’s order within a group (seed ${SEED})`, () => {
    const given = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'x'), { minLength: 1 }), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(given, fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }), (keys, order) => {
        const all = items(keys.length)
        const groups = groupRows(all, (id) => keys[Number(id.slice(1))] ?? [], order)
        expect([...orderOf(groups)].sort()).toEqual(all.map(({ item }) => item.id).sort())
        const shown = groups.flatMap(({ id, rows }) => rows.map((row) => ({ ...row, id })))
        expect(shown).toHaveLength(keys.reduce((sum, own) => sum + own.length, 0))
        for (const { item, number, id, under } of shown) {
          expect(number).toBe(Number(item.id.slice(1)) + 1)
          const full = shown.find((row) => row.item.id === item.id && row.under === null)
          expect(under ?? id).toBe(full?.id)
        }
        for (const { rows } of groups) {
          const numbers = rows.map(({ number }) => number ?? 0)
          expect(numbers).toEqual([...numbers].sort((one, other) => one - other))
        }
      }),
      { seed: SEED, numRuns: 200 },
    )
  })
})
