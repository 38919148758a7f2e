import { expect, test } from 'vitest'
import type { Fate } from '../../../shared/coverage/fate.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { flatText } from '../../../shared/text/testing/flat-text.ts'
import { signedFates } from './fate-signs.ts'

test('[MG5] only what stands in the draft, was taken out of it or left out has a sign, at the first line of its passage', () => {
  const notes = renderBlocks(
    flatText([
      'a lead kind=recommendation|One',
      'b|goes on',
      'c lead kind=recommendation|Two',
      'd lead kind=trend|Three',
      'e lead kind=recommendation|Four',
    ]),
  )
  const fates: Record<string, Fate> = {
    a: { is: 'in-draft', item: 'i1', others: 0 },
    c: { is: 'left-out', merge: 1, by: 'ann', at: 7 },
    d: { is: 'no-recommendation' },
    e: { is: 'not-taken' },
  }
  const asked: (number | null)[] = []
  const signs = signedFates(
    't1',
    notes,
    ({ blocks }, typed) => {
      asked.push(typed)
      return [fates[blocks[0]?.id ?? ''] as Fate]
    },
    (line) => ({ a: 1, b: 5, c: 2 })[line] ?? null,
  )
  expect([...signs]).toEqual([
    ['a', fates['a']],
    ['c', fates['c']],
  ])
  // The last of a passage's words counts; of one line that nobody knows the hour of, none is told.
  expect(asked).toEqual([5, 2, null, null])
})
