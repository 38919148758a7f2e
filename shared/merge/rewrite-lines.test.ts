import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, blockText } from '../text/block.ts'
import { isFootnote } from '../text/footnote.ts'
import { MoveMap } from '../text/moves.ts'
import { renderBlocks } from '../text/render.ts'
import { replaceBlocks } from '../text/replace-blocks.ts'
import { docOf, flatText, shown } from '../text/testing/flat-text.ts'
import { authoredLines, type ItemLine } from './item-lines.ts'
import { rewriteLines } from './rewrite-lines.ts'
import { wordsOf } from './units.ts'

const authorship = { memberOf: () => 'ann', moves: new MoveMap() }

function linesOf(text: readonly string[]): ItemLine[] {
  return authoredLines(renderBlocks(flatText(text)), authorship)
}

/** Gives what an item reads once it is rewritten in words that are, or come from, another's. */
function rewritten(item: readonly string[], other: readonly string[], words = wordsOf(linesOf(other))) {
  const text = flatText(item)
  const blocks = renderBlocks(text)
  let ids = 0
  const lines = rewriteLines(blocks, words, {
    sources: [linesOf(item), linesOf(other)],
    author: 'eve',
    writeAs: (_, insert) => insert(),
    newId: () => `new${++ids}`,
  })
  docOf(text).transact((transaction) => replaceBlocks(transaction, text, blocks, 0, blocks.length, lines))
  return text
}

const NOTED = ['a|Alpha beta.{note id=n1}', 'f footnote note=n1|see X']
const PLAIN = ['c|Gamma delta.', 'd|More text.']

describe('[TX16] an item in the words of another', () => {
  it('has a paragraph where the other has one and it had a footnote', () => {
    expect(shown(rewritten(NOTED, PLAIN))).toEqual(['a|Gamma delta.', 'new1|More text.'])
  })

  it('has a footnote with its mark where the other has one and it had a paragraph', () => {
    expect(shown(rewritten(PLAIN, NOTED))).toEqual([
      'c|Alpha beta.{note id=n1}',
      'new1 note=n1 footnote|see X',
    ])
  })

  it('has the other’s footnote where both have one', () => {
    const other = ['c|Gamma delta.{note id=n2}', 'g footnote note=n2|see Y']
    const told = shown(rewritten(NOTED, other)).at(-1)
    expect(told?.replace('¦f¦', '')).toBe('new1 note=n2 footnote|see Y')
  })

  it('begins a footnote where it had a line break', () => {
    expect(shown(rewritten(['a|Alpha{break}beta'], NOTED))).toEqual([
      'a|Alpha beta.{note id=n1}',
      'new1 note=n1 footnote|see X',
    ])
  })

  it('shows the words of a footnote whose mark was left out of the wording, and leaves one that stays alone', () => {
    expect(shown(rewritten(NOTED, PLAIN, 'Alpha beta.\nsee X'))).toEqual(['a|Alpha beta.', 'f|see X'])
    expect(shown(rewritten(NOTED, PLAIN, 'Alpha delta.\uFFFC\nsee Z'))).toEqual([
      'a|Alpha delta.{note id=n1}',
      'f note=n1 footnote|see Z',
    ])
  })
})

const words = fc.constantFrom('Alpha', 'beta gamma', 'see X', 'More text.', '{break}', 'one{break}two')
const marked = (note: string) => (lines: readonly (readonly [string, boolean])[]) =>
  lines.flatMap(([text, hasNote], index) => [
    `${note}${index}|${text}${hasNote ? `{note id=${note}${index}n}` : ''}`,
    ...(hasNote ? [`${note}${index}f footnote note=${note}${index}n|see ${text}`] : []),
  ])
const lines = fc.array(fc.tuple(words, fc.boolean()), { minLength: 1, maxLength: 4 })

describe('[TX16] whatever the lines of both are', () => {
  it('no words of the chosen wording are in a footnote that has no mark, and it reads as it was chosen', () => {
    fc.assert(
      fc.property(lines.map(marked('a')), lines.map(marked('x')), (item, other) => {
        const blocks = renderBlocks(rewritten(item, other))
        const marks = marksIn(blocks)
        const lone = blocks.filter(({ attributes }) => isFootnote(attributes) && !marks.has(attributes.note))
        expect(lone).toEqual([])
        expect(blocks.map(blockText).join('\n')).toBe(wordsOf(linesOf(other)))
        const footnotes = (all: readonly Block[]) => all.filter(({ attributes }) => isFootnote(attributes))
        expect(footnotes(blocks).map(blockText)).toEqual(
          footnotes(renderBlocks(flatText(other))).map(blockText),
        )
      }),
    )
  })
})

function marksIn(blocks: readonly Block[]): Set<unknown> {
  const inlines = blocks.flatMap((block) => block.inlines)
  return new Set(
    inlines.flatMap((inline) => ('atom' in inline && inline.atom.t === 'note' ? [inline.atom['id']] : [])),
  )
}
