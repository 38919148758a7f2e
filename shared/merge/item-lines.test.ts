import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { blockText } from '../text/block.ts'
import { MoveMap } from '../text/moves.ts'
import { renderBlocks } from '../text/render.ts'
import { flatText, fork, indexOf, sync } from '../text/testing/flat-text.ts'
import { type ItemLine, itemLines } from './item-lines.ts'
import { reword } from './reword.ts'

const names: Readonly<Record<number, string>> = { 1: 'ann', 2: 'ben' }
const authorship = { memberOf: (client: number) => names[client] ?? null, moves: new MoveMap() }

/** Writes lines down: attributes, then each piece as `author:text`, with its formats. */
function told(lines: readonly ItemLine[]): string[] {
  return lines.map(({ attributes, pieces }) => {
    const head = Object.entries(attributes).map(([key, value]) => `${key}=${value}`)
    const body = pieces.map(({ insert, formats, author }) => {
      const what = typeof insert === 'string' ? insert : `{${insert.t}}`
      return `${author}:${what}${Object.keys(formats)
        .map((key) => `<${key}>`)
        .join('')}`
    })
    return `${head.join(' ')}|${body.join('|')}`
  })
}

function linesOf(text: Y.Text): ItemLine[] {
  return itemLines(renderBlocks(text), authorship)
}

describe('the lines of a new item', () => {
  it('are the lines of the passage that have words, with formats and atoms', () => {
    const text = flatText(['a kind=recommendation|Ratify *now*', 'b|', 'c|see {mention id=fra}'])
    expect(told(linesOf(text))).toEqual(['|ann:Ratify |ann:now<bold>', '|ann:see |ann:{mention}'])
  })

  it('leave behind what is the notes’ alone, and keep language, kind of line and what is unknown', () => {
    const lines = [
      'a lead speaker=m:fra kind=recommendation attribution=none verbatim=1 lang=fr|Un',
      'b speaker=m:fra bullet depth=1 glow=2|Deux',
      'c heading level=2 lang=es|Tres',
    ]
    expect(told(linesOf(flatText(lines)))).toEqual([
      'lang=fr|ann:Un',
      'type=bullet depth=1 glow=2|ann:Deux',
      'lang=es|ann:Tres',
    ])
  })

  it('say who typed each character, whoever stands between', () => {
    const ann = flatText(['a kind=recommendation|Ratify the treaty'])
    const ben = fork(ann, 2)
    ben.insert(indexOf(ben, 'the'), 'soon ')
    sync(ann, ben)
    expect(told(linesOf(ann))).toEqual(['|ann:Ratify |ben:soon |ann:the treaty'])
  })

  it('follow moved text to whoever typed it', () => {
    const ann = flatText(['a kind=recommendation|Ratify'])
    const ben = fork(ann, 2)
    ben.insert(ben.length - 1, ' soon')
    const [, second] = renderBlocks(ben)[0]?.inlines ?? []
    const moves = new MoveMap([
      { from: { client: 1, clock: 500 }, to: second?.at ?? { client: 0, clock: 0 }, length: 5 },
    ])
    expect(told(itemLines(renderBlocks(ben), { ...authorship, moves }))).toEqual(['|ann:Ratify|ann: soon'])
  })
})

describe('another wording', () => {
  const lines = linesOf(
    flatText(['a kind=recommendation lang=en|Ratify the *treaty*', 'b bullet|see {mention id=fra}']),
  )
  const reworded = (words: string) => told(reword(lines, words, 'eve'))

  it.each<[string, string, string[]]>([
    [
      'that is the same changes nothing',
      'Ratify the treaty\nsee \uFFFC',
      ['lang=en|ann:Ratify the |ann:treaty<bold>', 'type=bullet|ann:see |ann:{mention}'],
    ],
    [
      'keeps authors, formats and atoms of what stays',
      'Ratify that treaty\nsee \uFFFC',
      ['lang=en|ann:Ratify |eve:that|ann: |ann:treaty<bold>', 'type=bullet|ann:see |ann:{mention}'],
    ],
    ['may drop lines', 'Ratify the treaty', ['lang=en|ann:Ratify the |ann:treaty<bold>']],
    [
      'may join lines',
      'Ratify the treaty see \uFFFC',
      ['lang=en|ann:Ratify the |ann:treaty<bold>|eve: |ann:see |ann:{mention}'],
    ],
    [
      'may cut a line: both halves are of its kind',
      'Ratify the\ntreaty\nsee \uFFFC',
      ['lang=en|ann:Ratify the', 'lang=en|ann:treaty<bold>', 'type=bullet|ann:see |ann:{mention}'],
    ],
    [
      'may drop an atom',
      'Ratify the treaty\nsee',
      ['lang=en|ann:Ratify the |ann:treaty<bold>', 'type=bullet|ann:see'],
    ],
    [
      'cannot make an atom up',
      'Ratify the treaty \uFFFC\nsee \uFFFC',
      ['lang=en|ann:Ratify the |ann:treaty<bold>|eve: ', 'type=bullet|ann:see |ann:{mention}'],
    ],
    [
      'leaves blank lines out',
      'Ratify the treaty\n\n \nsee \uFFFC',
      ['lang=en|ann:Ratify the |ann:treaty<bold>', 'type=bullet|ann:see |ann:{mention}'],
    ],
    ['may share nothing with the passage', 'Sign it', ['lang=en|eve:Sign it']],
  ])('%s', (_, words, expected) => {
    expect(reworded(words)).toEqual(expected)
  })
})

const SEED = 20130525
const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '.', '😀'), maxLength: 24 })

describe(`properties (seed ${SEED})`, () => {
  it('reworded lines hold exactly the words asked for, but blank lines', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), words, (before, after) => {
        const plain = before.map((line, index) => `l${index} kind=trend|${line.replaceAll('\n', '')}`)
        const lines = reword(linesOf(flatText(plain)), after, 'eve')
        const text = lines.map(({ pieces }) => pieces.map(({ insert }) => String(insert)).join('')).join('\n')
        expect(text).toBe(
          after
            .split('\n')
            .filter((line) => line.trim() !== '')
            .join('\n'),
        )
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })

  it('lines taken as they stand hold every word of the passage, each by who typed it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(), words), { maxLength: 12 }), (typing) => {
        const ann = flatText(['a kind=trend|x'])
        const ben = fork(ann, 2)
        for (const [isAnn, place, typed] of typing) {
          const text = isAnn ? ann : ben
          text.insert(1 + (place % (text.length - 1)), typed.replaceAll('\n', ''))
          if (place % 3 === 0) sync(ann, ben)
        }
        sync(ann, ben)
        const blocks = renderBlocks(ann)
        const expected = blocks.flatMap(({ inlines }) =>
          inlines.flatMap((inline) =>
            'text' in inline ? [...inline.text].map((char) => `${names[inline.at.client]}${char}`) : [],
          ),
        )
        const taken = linesOf(ann).flatMap(({ pieces }) =>
          pieces.flatMap(({ insert, author }) => [...String(insert)].map((char) => `${author}${char}`)),
        )
        expect(blocks.map(blockText).join('')).not.toContain('\n')
        expect(taken).toEqual(expected)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})
