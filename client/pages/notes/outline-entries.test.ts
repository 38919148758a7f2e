import { describe, expect, it } from 'vitest'
import { renderBlocks } from '../../../shared/text/render.ts'
import { flatText } from '../../../shared/text/testing/flat-text.ts'
import { entryAt, filterOutline, type OutlineEntry, readOutline } from './outline-entries.ts'

const OUTLINE = readOutline(
  renderBlocks(
    flatText([
      'h heading level=2 speaker=m:fin|Afternoon',
      'a speaker=m:fin|',
      'b speaker=m:fin kind=trend|Courts  see {mention label=Chile} more.',
      'c speaker=m:fin kind=trend|And prosecutors.',
      'd lead speaker=m:bel,m:nld kind=recommendation|Train judges.',
      'e lead|Somebody said so.',
      'f|And more.',
      'g lead speaker=chair|',
      'i lead speaker=guest:Dr.Li|Thank you.',
    ]),
  ),
)

function written(entries: readonly OutlineEntry[]): string[] {
  return entries.map((entry) => {
    if (entry.is === 'heading') return `${entry.line} ${entry.index} h${entry.level} ${entry.words}`
    const kinds = [...entry.kinds].map(([kind, count]) => ` ${kind}=${count}`).join('')
    return `${entry.line} ${entry.index} ${entry.speaker ?? '?'}${kinds} ${entry.words}`
  })
}

describe('the outline of a topic', () => {
  it('lists headings and interventions that have words, with their first words and kinds', () => {
    expect(written(OUTLINE.entries)).toEqual([
      'h 0 h2 Afternoon',
      'b 2 m:fin trend=2 Courts see Chile more.',
      'd 4 m:bel,m:nld recommendation=1 Train judges.',
      'e 5 ? Somebody said so.',
      'i 8 guest:Dr.Li Thank you.',
    ])
  })

  it('knows at which line an intervention was opened, for its hour', () => {
    expect(OUTLINE.entries.flatMap((entry) => ('opening' in entry ? entry.opening : []))).toEqual([
      'h',
      'd',
      'e',
      'i',
    ])
  })

  it('counts interventions, passages by kind, and lines without speaker', () => {
    expect(OUTLINE.interventions).toBe(4)
    expect([...OUTLINE.kinds]).toEqual([
      ['trend', 2],
      ['recommendation', 1],
    ])
    expect(OUTLINE.silent).toEqual(['e', 'f'])
  })

  it('filters by kind, and by each of those who spoke together', () => {
    const lines = (filter: Parameters<typeof filterOutline>[1]): string[] =>
      filterOutline(OUTLINE.entries, filter).map(({ line }) => line)
    expect(OUTLINE.speakers).toEqual(['m:fin', 'm:bel', 'm:nld', 'guest:Dr.Li'])
    expect(lines({ kind: null, speaker: null })).toEqual(['h', 'b', 'd', 'e', 'i'])
    expect(lines({ kind: 'trend', speaker: null })).toEqual(['b'])
    expect(lines({ kind: null, speaker: 'm:nld' })).toEqual(['d'])
    expect(lines({ kind: 'trend', speaker: 'm:nld' })).toEqual([])
  })

  it('finds the entry that a line belongs to', () => {
    const at = (index: number): string | undefined => entryAt(OUTLINE.entries.slice(1), index)?.line
    expect([0, 2, 3, 4, 7, 99].map(at)).toEqual([undefined, 'b', 'b', 'd', 'e', 'i'])
  })

  it('ends first words at a word', () => {
    const long = readOutline(renderBlocks(flatText([`a|${'word '.repeat(60)}`])))
    expect(long.entries[0]?.words).toMatch(/^(word )+word…$/)
    expect(long.entries[0]?.words.length).toBeLessThan(125)
  })
})
