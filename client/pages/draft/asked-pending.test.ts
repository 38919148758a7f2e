import { describe, expect, it } from 'vitest'
import type { BracketsWish } from '../../outbox/draft-wish.ts'
import type { Entry } from '../../outbox/entry.ts'
import { askedEntries, sentOf, takenBack, toldAsked, withAsked } from './asked-pending.ts'

const NONE: ReadonlySet<string> = new Set()
const REFUSED = { code: 'forbidden', message: '', hint: '' }

function wish(mechanism: string, asks: boolean, bracket = 'k'): BracketsWish {
  return { does: 'brackets', item: 'a', bracket, mechanism, asks }
}

function entry(
  id: string,
  of: BracketsWish,
  changes: Partial<Entry<BracketsWish>> = {},
): Entry<BracketsWish> {
  return { id, key: id, at: 0, wish: of, refused: null, isTried: false, isSent: false, ...changes }
}

const SENT = { isTried: true, isSent: true }

describe('[AD2] who asked for brackets, until the server has noted it', () => {
  it.each<[string, readonly Entry<BracketsWish>[], string]>([
    ['nothing is wished', [], 'aut'],
    ['one more, one less', [entry('1', wish('fin', true)), entry('2', wish('aut', false))], 'fin'],
    [
      'on and off: the last one holds',
      [entry('1', wish('fin', true)), entry('2', wish('fin', false))],
      'aut',
    ],
    ['sent and not told yet', [entry('1', wish('fin', true), SENT)], 'aut fin'],
    [
      'refused: it is taken back, and so is what waits behind it',
      [entry('1', wish('fin', true), { refused: REFUSED }), entry('2', wish('bel', true))],
      'aut',
    ],
  ])('is shown as it was wished: %s', (_, entries, shown) => {
    expect([...withAsked(['aut'], entries)].sort().join(' ')).toBe(shown)
  })

  it('wishes about other brackets are none of it', () => {
    const move = { ...entry('1', wish('fin', true)), wish: { does: 'remove', item: 'a' } as const }
    const [other, own] = [entry('2', wish('fin', true, 'q')), entry('3', wish('fin', true))]
    expect(askedEntries([move, other, own], 'k')).toEqual([own])
  })

  it('is told once the room says it, also where it goes on to what was wished after it', () => {
    const entries = [
      entry('1', wish('fin', true), SENT),
      entry('2', wish('fin', false), SENT),
      entry('3', wish('bel', true), SENT),
      entry('4', wish('aut', true)),
    ]
    expect([...toldAsked(['aut', 'fin'], entries, NONE)].sort()).toEqual(['1'])
    expect([...toldAsked(['aut'], entries, NONE)].sort()).toEqual(['1', '2'])
    expect([...toldAsked(['aut', 'bel'], entries, NONE)].sort()).toEqual(['1', '2', '3'])
  })

  it('one that was sent before anybody looked hides nothing that others noted since', () => {
    const entries = [entry('1', wish('fin', true), SENT), entry('2', wish('bel', true))]
    const sentBefore = sentOf(entries)
    expect([...sentBefore]).toEqual(['1'])
    expect([...toldAsked([], entries, sentBefore)]).toEqual(['1'])
  })

  it('off takes back an on that has not left this device, and no other', () => {
    const on = entry('1', wish('fin', true))
    expect(takenBack([on], wish('fin', false))).toBe(on)
    expect(takenBack([on], wish('bel', false))).toBeNull()
    expect(takenBack([on], wish('fin', true))).toBeNull()
    expect(takenBack([{ ...on, isTried: true }], wish('fin', false))).toBeNull()
    expect(takenBack([{ ...on, refused: REFUSED }], wish('fin', false))).toBeNull()
    expect(takenBack([on, entry('2', wish('fin', false), SENT)], wish('fin', true))).toBeNull()
  })
})
