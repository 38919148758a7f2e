import { describe, expect, it } from 'vitest'
import { renderBlocks } from '../../../shared/text/render.ts'
import { flatText } from '../../../shared/text/testing/flat-text.ts'
import { NotingLog } from './same-state.ts'

const LINES = [
  'old lead speaker=m:chl|Before.',
  'a lead speaker=m:bel|Mine',
  'a2 speaker=m:bel|and more.',
  'x lead speaker=m:chl|Between.',
  'b lead speaker=m:bel|Theirs',
]

/** Gives the hints at a second; each deed is `second member did line`. */
function hints(
  deeds: readonly string[],
  at: number,
  lines = LINES,
  dismissed: readonly string[] = [],
): string[] {
  const log = new NotingLog()
  for (const deed of deeds) {
    const [second, member = '', did, line = ''] = deed.split(' ')
    log.note(
      [{ member, line, speaker: null, did: did as 'added' | 'changed' | 'removed' }],
      Number(second) * 1000,
    )
  }
  for (const id of dismissed) log.dismiss(id)
  return log
    .hints(renderBlocks(flatText(lines)), 'me', at * 1000)
    .map(({ id, member, lines: off, speaker }) => `${id}: ${member} ${speaker} ${off}`)
}

const BOTH = ['1 me added a', '2 kaya added b', '3 me added a2', '4 kaya changed b']

describe('an intervention that two note', () => {
  it('is found while both are at it', () => {
    expect(hints(BOTH, 5)).toEqual(['a b: kaya m:bel 3'])
    expect(hints(BOTH, 70)).toEqual([])
  })

  it('is not told of again once it was dismissed', () => {
    expect(hints(BOTH, 5, LINES, ['a b'])).toEqual([])
  })

  it('is none where one of the two stood there before', () => {
    expect(hints(['1 me added a2', '2 kaya added b', '3 me changed a'], 5)).toEqual([])
  })

  it('is none where I have gone before the other came', () => {
    expect(hints(['1 me added a', '2 me added a2', '10 kaya added b', '11 kaya changed b'], 12)).toEqual([])
  })

  it('is none any more once the speaker is another', () => {
    const corrected = LINES.map((line) => line.replace('b lead speaker=m:bel', 'b lead speaker=m:egy'))
    expect(hints(BOTH, 5, corrected)).toEqual([])
  })
})
