import { expect, test } from 'vitest'
import type { Block } from '../../shared/text/block.ts'
import { MoveMap } from '../../shared/text/moves.ts'
import { typistsOf } from './typists.ts'

function block(...parts: [client: number, text: string][]): Block {
  const inlines = parts.map(([client, text]) => ({ at: { client, clock: 0 }, text, formats: {} }))
  return { id: 'b', marker: null, attributes: {}, state: 'shown', inlines, seams: [], formats: {} }
}

const members = new Map([
  [1, 'ana'],
  [2, 'ben'],
  [3, 'ana'],
])
const known = { moves: new MoveMap(), memberOf: (client: number) => members.get(client) ?? null }

test('whoever typed most comes first, each once, over all lines and clients', () => {
  expect(typistsOf([block([2, 'some'], [1, 'two']), block([3, 'more'])], known)).toEqual(['ana', 'ben'])
})

test('what nobody known typed names nobody', () => {
  expect(typistsOf([block([9, 'server'])], known)).toEqual([])
  expect(typistsOf([], known)).toEqual([])
})
