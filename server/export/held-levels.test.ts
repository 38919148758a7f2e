import { expect, test } from 'vitest'
import { blocks, provenance } from '../../shared/report/testing/report-input.ts'
import { lowerByNotes } from './held-levels.ts'

test.each([
  ['nothing was asked', ['b lead speaker=m:fin|One'], 'country'],
  ['less is asked for now', ['b lead speaker=m:fin attribution=none|One'], 'none'],
  ['more is allowed now', ['b lead speaker=m:fin attribution=named|One'], 'country'],
  [
    'the line that opens the intervention asks for less',
    ['a lead speaker=m:fin attribution=region|Hello', 'b speaker=m:fin|One'],
    'region',
  ],
  [
    'the passage was joined to another',
    ['a lead speaker=m:fin attribution=none|Hello', 'b speaker=m:fin join=a|One'],
    'none',
  ],
  ['the passage is gone', ['a lead attribution=none speaker=m:fin|Hello'], 'country'],
  ['what is asked for is no level', ['b lead speaker=m:fin attribution=secret|One'], 'country'],
])('[EX1] a source that was merged at the level country is told, where %s, as %s', (_, lines, level) => {
  const lowered = lowerByNotes(provenance({ i: ['t1 m:fin country'] }), new Map([['t1', blocks(lines)]]))
  expect(lowered.get('i')?.sources[0]?.attribution).toBe(level)
})

test('[EX1] notes of another topic say nothing of a source', () => {
  const notes = new Map([['t2', blocks(['b lead attribution=none|One'])]])
  expect(lowerByNotes(provenance({ i: ['t1 m:fin country'] }), notes).get('i')?.sources[0]?.attribution).toBe(
    'country',
  )
})
