import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { type Block, blockLength, blockText } from '../text/block.ts'
import { MoveMap } from '../text/moves.ts'
import { renderBlocks } from '../text/render.ts'
import { replaceBlocks } from '../text/replace-blocks.ts'
import { docOf, flatText, fork, indexOf, markerWith, sync } from '../text/testing/flat-text.ts'
import { locatePassage, locatePassages } from './locate-passage.ts'
import { passageOf } from './passage-of.ts'
import { MAX_CONTEXT, MAX_QUOTE, type ThreadPassage } from './thread-facts.ts'

function passage(text: Y.Text, words: string, line = 0): ThreadPassage {
  const block = renderBlocks(text)[line] as Block
  const at = blockText(block).indexOf(words)
  const made = passageOf(text, block, at, at + words.length)
  if (at < 0 || made === null) throw new Error(words)
  return made
}

/** Gives where a passage stands as `block:words`, with a `~` where it was found by its quote; null: detached. */
function placed(text: Y.Text, sought: ThreadPassage, moves = new MoveMap()): string | null {
  const blocks = renderBlocks(text)
  const place = locatePassage(text, blocks, sought, moves)
  if (place === null) return null
  const block = blocks[place.block] as Block
  return `${place.byQuote ? '~' : ''}${block.id}:${blockText(block).slice(place.from, place.to)}`
}

/** Deletes words, and lets somebody else write others in their place. */
function rewrite(text: Y.Text, words: string, others: string, client = 7): void {
  const at = indexOf(text, words)
  text.delete(at, words.length)
  docOf(text).clientID = client
  text.insert(at, others)
}

const LINE = 'Shelters need money and staff, said the chair.'

describe('a passage', () => {
  it('[TH1] keeps its words and a few beside them, on the same line', () => {
    const text = flatText(['a|One two three', 'b|Next'])
    expect(passage(text, 'two')).toMatchObject({ quote: 'two', before: 'One ', after: ' three' })
    const long = flatText([`a|${'x'.repeat(99)}${'y'.repeat(700)}${'z'.repeat(99)}`])
    const { quote, before, after } = passage(long, 'y'.repeat(700))
    expect([quote.length, before, after]).toEqual([
      MAX_QUOTE,
      'x'.repeat(MAX_CONTEXT),
      'y'.repeat(MAX_CONTEXT),
    ])
  })

  it('[TH1] never holds half a character', () => {
    const text = flatText([`a|${'😀'.repeat(400)}`])
    const [block] = renderBlocks(text) as [Block]
    for (const [from, to] of [
      [61, 63],
      [100, 700],
      [101, 601],
      [0, 1],
    ] as const) {
      const made = passageOf(text, block, from, to)
      for (const words of [made?.quote, made?.before, made?.after])
        expect(words).not.toMatch(/\p{Surrogate}/u)
    }
    expect(passageOf(text, block, 61, 63)?.quote).toBe('😀😀')
  })

  it('is none where nothing is selected, or in a block of another text', () => {
    const text = flatText(['a|One'])
    const [block] = renderBlocks(text) as [Block]
    expect(passageOf(text, block, 1, 1)).toBeNull()
    expect(passageOf(flatText(['a|One'], 5), block, 0, 1)).toBeNull()
  })
})

describe('[TH1] a passage whose words are gone', () => {
  it('is found by its quote where the same words were written again in their line', () => {
    const text = flatText([`a|${LINE}`, 'b|Other words.'])
    const sought = passage(text, 'money and staff')
    rewrite(text, 'money and staff', 'money and staff')
    expect(placed(text, sought)).toBe('~a:money and staff')
  })

  it('is found where its whole line was written again', () => {
    const text = flatText([`a|${LINE}`])
    const sought = passage(text, 'staff')
    rewrite(text, LINE, LINE)
    expect(placed(text, sought)).toBe('~a:staff')
  })

  it('is on its own words again as soon as they come back', () => {
    const text = flatText([`a|${LINE}`])
    const sought = passage(text, 'staff')
    const at = indexOf(text, 'staff')
    rewrite(text, 'staff', 'staff')
    const moves = new MoveMap([
      { from: sought.anchor.start, to: { client: 7, clock: 0 }, length: 'staff'.length },
    ])
    expect(placed(text, sought, moves)).toBe('a:staff')
    expect(at).toBeGreaterThan(0)
  })

  it.each<[string, (text: Y.Text) => void]>([
    ['other words stand in their place', (text) => rewrite(text, 'staff', 'people')],
    [
      'what stood beside them is not what stood there',
      (text) => {
        rewrite(text, 'staff', 'staff')
        text.insert(indexOf(text, 'Shelters'), 'All ')
      },
    ],
    [
      'more stands after them than stood there',
      (text) => {
        rewrite(text, 'staff', 'staff')
        text.insert(indexOf(text, 'chair.') + 'chair.'.length, ' Twice.')
      },
    ],
    [
      'two people wrote half of them each',
      (text) => {
        rewrite(text, 'staff', 'sta')
        docOf(text).clientID = 8
        text.insert(indexOf(text, 'sta,') + 'sta'.length, 'ff')
      },
    ],
    [
      'the same line was said by somebody else, before',
      (text) => text.delete(indexOf(text, LINE), LINE.length),
    ],
    [
      'the same line was written elsewhere, later',
      (text) => {
        text.delete(indexOf(text, LINE), LINE.length)
        docOf(text).clientID = 7
        text.insert(indexOf(text, 'End.'), LINE)
        text.delete(indexOf(text, 'End.'), 'End.'.length)
      },
    ],
    [
      'the same line was joined to theirs',
      (text) => {
        text.delete(indexOf(text, LINE), LINE.length)
        markerWith(text, 'b').set('join', 'a')
      },
    ],
    [
      'the same words were written there twice',
      (text) => {
        rewrite(text, LINE, LINE + LINE)
      },
    ],
  ])('is detached when %s', (_, change) => {
    const text = flatText([`a|${LINE}`, 'b|End.', `c|${LINE}`.replace('staff', 'people')])
    const sought = passage(text, 'staff')
    change(text)
    expect(placed(text, sought)).toBeNull()
  })

  it('is detached when an identical line of another speaker is all that is left', () => {
    const text = flatText([`a|${LINE}`, `b|${LINE}`])
    const sought = passage(text, 'staff')
    text.delete(indexOf(text, LINE), LINE.length)
    expect(placed(text, sought)).toBeNull()
    markerWith(text, 'b').set('join', 'a')
    expect(placed(text, sought)).toBeNull()
  })

  it('is detached when a line that was joined to theirs says the same, whatever of theirs is left', () => {
    const said = `${'so many have said it before that '.repeat(2)}staff${' is what shelters need most of all'.repeat(2)}`
    const text = flatText([`a|Intro: ${said}.`, `b|${said}, once more.`])
    const sought = passage(text, 'staff')
    text.delete(indexOf(text, said), said.length)
    markerWith(text, 'b').set('join', 'a')
    expect(placed(text, sought)).toBeNull()
  })

  it('is detached when what stands there was written before its own words were', () => {
    const text = flatText(['a|'], 1)
    docOf(text).clientID = 7
    text.insert(1, LINE)
    text.insert(1 + LINE.length, ` Again: ${LINE}`)
    const [block] = renderBlocks(text) as [Block]
    const sought = passageOf(text, block, LINE.length + ' Again: '.length, blockLength(block))
    if (sought === null) throw new Error('No passage.')
    text.delete(1 + LINE.length, ` Again: ${LINE}`.length)
    // As a client would say who made it while nothing else stood in the line.
    expect(placed(text, { ...sought, before: '', after: '' })).toBeNull()
  })

  it('is detached when it was written again, and another line says the same', () => {
    const text = flatText([`a|${LINE}`, `b|${LINE}`])
    const sought = passage(text, 'staff')
    rewrite(text, 'staff', 'staff')
    expect(placed(text, sought)).toBeNull()
  })

  it('is detached when the words that came there were moved from elsewhere', () => {
    const text = flatText([`a|${LINE}`, 'b|staff'])
    const sought = passage(text, 'staff')
    const { start } = passage(text, 'staff', 1).anchor
    rewrite(text, 'staff', 'staff')
    const moves = new MoveMap([{ from: start, to: { client: 7, clock: 0 }, length: 5 }])
    text.delete(text.length - 6, 5)
    expect(placed(text, sought, moves)).toBeNull()
  })

  it.each<[string, string]>([
    ['Yes.', 'Yes'],
    [LINE, 'ney'],
    ['no no no no no no no no no no', 'no no'],
    [`${'abcdefg '.repeat(30)}`, 'abcdefg abc'],
  ])('is not looked for in "%s" by "%s": that tells too little', (line, words) => {
    const text = flatText([`a|${line}`])
    const sought = passage(text, words)
    rewrite(text, words, words)
    expect(placed(text, sought)).toBeNull()
  })

  it('follows a split and a line that was written again in the other half', () => {
    const text = flatText([`a|${LINE}`])
    const sought = passage(text, 'said the chair')
    docOf(text).transact((transaction) => {
      replaceBlocks(transaction, text, renderBlocks(text), 0, 1, [
        { id: 'a', attributes: {}, pieces: [{ block: 0, from: 0, to: 31, formats: null }] },
        { id: 'n', attributes: {}, pieces: [{ block: 0, from: 31, to: LINE.length, formats: null }] },
      ])
    })
    expect(placed(text, sought)).toBe('n:said the chair')
    rewrite(text, 'said the chair', 'said the chair')
    expect(placed(text, sought)).toBeNull()
  })
})

it('[TH1] many passages are located as each of them is', () => {
  const text = flatText([`a|${LINE}`, 'b|One two three'])
  const other = fork(text, 9)
  const sought = [passage(text, 'money'), passage(text, 'two', 1), passage(text, 'staff')]
  other.delete(indexOf(other, 'two'), 3)
  rewrite(other, 'staff', 'staff')
  sync(text, other)
  const blocks = renderBlocks(text)
  const moves = new MoveMap()
  const places = locatePassages(text, blocks, sought, moves)
  expect(places).toEqual(sought.map((each) => locatePassage(text, blocks, each, moves)))
  expect(places.map((place) => place?.byQuote ?? null)).toEqual([false, null, true])
})
