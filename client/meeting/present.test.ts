import { expect, test } from 'vitest'
import { onceEach, readPresent } from './present.ts'

function state(id: string, name: string, role: string, at: string | null) {
  return { at, user: { id, name, role, mechanism: null, colour: 1 } }
}

test('who drafts comes first, then by name; each once for each place', () => {
  const present = readPresent([
    state('p', 'N. Gruber', 'participant', 'draft'),
    state('r2', 'S. Petrov', 'rapporteur', 'notes/t1'),
    state('r1', 'A. Kaya', 'rapporteur', 'notes/t1'),
    state('r1', 'A. Kaya', 'rapporteur', 'notes/t1'),
    state('r1', 'A. Kaya', 'rapporteur', 'draft'),
  ])
  expect(present.map(({ name, at }) => `${name} ${at}`)).toEqual([
    'A. Kaya draft',
    'A. Kaya notes/t1',
    'S. Petrov notes/t1',
    'N. Gruber draft',
  ])
  expect(onceEach(present).map(({ name }) => name)).toEqual(['A. Kaya', 'S. Petrov', 'N. Gruber'])
})

test('my own page, which the server does not send back, is among them', () => {
  const mine = {
    member: 'c',
    name: 'R. Osei',
    role: 'chair',
    mechanism: null,
    colour: 2,
    at: 'draft',
  } as const
  expect(readPresent([{ at: 'draft' }], mine)).toEqual([mine])
})

test.each([[null], [{}], [{ user: { id: 1, role: 'chair' } }], [{ user: { id: 'a', role: 'king' } }]])(
  'a presence that the server did not sign, %j, is nobody',
  (broken) => {
    expect(readPresent([broken])).toEqual([])
  },
)
