import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { Block, Formats } from './block.ts'
import { blockLength } from './block.ts'
import { renderBlocks } from './render.ts'
import { type Line, type Piece, replaceBlocks } from './replace-blocks.ts'
import { docOf, flatText, fork, markerWith, raw, showBlocks, shown, sync } from './testing/flat-text.ts'

function keep(block: number, from: number, to: number, formats: Formats | null = null): Piece {
  return { block, from, to, formats }
}

function add(insert: string, formats: Formats = {}): Piece {
  return { insert, formats }
}

function line(id: string, ...pieces: Piece[]): Line {
  return { id, attributes: {}, pieces }
}

/** Writes lines over a range of blocks; checks that what is given back is what a fresh reading shows. */
function write(text: Y.Text, from: number, to: number, lines: Line[], client = 2): string[] {
  const doc = docOf(text)
  doc.clientID = client
  const blocks = renderBlocks(text)
  let written: Block[] = []
  doc.transact((transaction) => {
    written = replaceBlocks(transaction, text, blocks, from, to, lines)
  })
  expect(showBlocks(blocks.toSpliced(from, to - from, ...written))).toEqual(shown(text))
  return shown(text)
}

describe('[TX3] [TX5] what is asked for is shown', () => {
  it.each<[string, string[], number, number, Line[], string[]]>([
    ['typing', ['a|One'], 0, 1, [line('a', keep(0, 0, 3), add('!'))], ['a|One!']],
    ['typing at the start', ['a|One'], 0, 1, [line('a', add('>'), keep(0, 0, 3))], ['a|>One']],
    ['typing in an empty block', ['a|', 'b|x'], 0, 1, [line('a', add('new'))], ['a|new', 'b|x']],
    ['a deletion inside', ['a|One'], 0, 1, [line('a', keep(0, 0, 1), keep(0, 2, 3))], ['a|Oe']],
    ['a replacement', ['a|One'], 0, 1, [line('a', keep(0, 0, 1), add('X'), keep(0, 2, 3))], ['a|OXe']],
    [
      'a split',
      ['a|One two'],
      0,
      1,
      [line('a', keep(0, 0, 3)), line('n', keep(0, 3, 7))],
      ['a|One', 'n| two'],
    ],
    [
      'a new block behind',
      ['a|One', 'b|x'],
      0,
      1,
      [line('a', keep(0, 0, 3)), line('n')],
      ['a|One', 'n|', 'b|x'],
    ],
    ['a new block before', ['a|One'], 0, 1, [line('n'), line('a', keep(0, 0, 3))], ['n|', 'a|One']],
    [
      'a new block in an empty range',
      ['a|One', 'b|Two'],
      1,
      1,
      [line('n', add('new'))],
      ['a|One', 'n|new', 'b|Two'],
    ],
    ['a new block at the very start', ['a|One'], 0, 0, [line('n', add('new'))], ['n|new', 'a|One']],
    ['a new block at the very end', ['a|One'], 1, 1, [line('n', add('new'))], ['a|One', 'n|new']],
    ['a join', ['a|One', 'b|two'], 0, 2, [line('a', keep(0, 0, 3), keep(1, 0, 3))], ['a|One¦b¦two']],
    [
      'a join of three',
      ['a|1', 'b|2', 'c|3'],
      0,
      3,
      [line('a', keep(0, 0, 1), keep(1, 0, 1), keep(2, 0, 1))],
      ['a|1¦b¦2¦c¦3'],
    ],
    [
      'a join with a deletion between',
      ['a|One', 'b|two'],
      0,
      2,
      [line('a', keep(0, 0, 1), keep(1, 2, 3))],
      ['a|O¦b¦o'],
    ],
    ['a block deleted', ['a|One', 'b|Two', 'c|x'], 1, 2, [], ['a|One', 'c|x']],
    ['the first block deleted', ['a|One', 'b|Two'], 0, 1, [], ['b|Two']],
    ['all blocks deleted but one line', ['a|One', 'b|Two'], 0, 2, [line('a')], ['a|']],
    ['all replaced by another', ['a|One', 'b|Two'], 0, 2, [line('n', add('new'))], ['n|new']],
    [
      'a paste of three lines',
      ['a|One two'],
      0,
      1,
      [line('a', keep(0, 0, 3), add('x')), line('n', add('y')), line('m', add('z'), keep(0, 3, 7))],
      ['a|Onex', 'n|y', 'm|z two'],
    ],
    [
      'an atom',
      ['a|One'],
      0,
      1,
      [line('a', keep(0, 0, 3), { insert: { t: 'break' }, formats: {} })],
      ['a|One{break}'],
    ],
    [
      'formats on new text',
      ['a|One'],
      0,
      1,
      [line('a', keep(0, 0, 3), add('!', { bold: true }))],
      ['a|One*!*'],
    ],
    [
      'plain text inside bold',
      ['a|*One*'],
      0,
      1,
      [line('a', keep(0, 0, 2), add('x'), keep(0, 2, 3))],
      ['a|*On*x*e*'],
    ],
    [
      'a new format on kept text',
      ['a|One'],
      0,
      1,
      [line('a', keep(0, 0, 1), keep(0, 1, 3, { bold: true }))],
      ['a|O*ne*'],
    ],
    ['a format taken away', ['a|*One*'], 0, 1, [line('a', keep(0, 0, 1), keep(0, 1, 3, {}))], ['a|*O*ne']],
    [
      'a split inside bold',
      ['a|*One two*'],
      0,
      1,
      [line('a', keep(0, 0, 3)), line('n', keep(0, 3, 7))],
      ['a|*One*', 'n|* two*'],
    ],
    ['writing before the root’s text', ['|x'], 0, 1, [line('root', keep(0, 0, 1), add('y'))], ['root|xy']],
    [
      'two lines of one id',
      ['a|One', 'a|Two'],
      1,
      2,
      [line('a', keep(1, 0, 3), add('!'))],
      ['a|One', 'a|Two!'],
    ],
    [
      'a restored block written in',
      ['a|1', 'b gone|2'],
      1,
      2,
      [line('b', keep(1, 0, 1), add('!'))],
      ['a|1', 'b|2!'],
    ],
    [
      'a joined block split at its seam',
      ['a|1', 'b join=a|2'],
      0,
      1,
      [line('a', keep(0, 0, 1)), line('b', keep(0, 1, 2))],
      ['a|1', 'b|2'],
    ],
    [
      'a line behind a joined one',
      ['a|1', 'b join=a|2', 'c|3'],
      1,
      1,
      [line('n', add('x'))],
      ['a|1¦b¦2', 'n|x', 'c|3'],
    ],
    [
      'a line behind an empty joined one',
      ['a|1', 'b join=a|', 'c|3'],
      1,
      1,
      [line('n', add('x'))],
      ['a|1¦b¦', 'n|x', 'c|3'],
    ],
    [
      'a line where hidden blocks stand',
      ['a|1', 'h gone|', 'c|3'],
      1,
      1,
      [line('n', add('x'))],
      ['a|1', 'n|x', 'c|3'],
    ],
  ])('%s', (_title, lines, from, to, wanted, expected) => {
    expect(write(flatText(lines), from, to, wanted)).toEqual(expected)
  })
})

describe('[TX1] nothing of a block’s frame is deleted', () => {
  it('markers and ends stay, hidden, when all is deleted', () => {
    const text = flatText(['a|One', 'b|Two', 'c|Three'])
    write(text, 0, 3, [line('n')])
    expect(raw(text)).toEqual(['n|', 'a gone|', 'b gone|', 'c gone|'])
    expect(text.length).toBe(8)
  })

  it('[TX3] a deleted block that still holds a word of somebody else is joined or restored, not emptied', () => {
    const text = flatText(['a|One', 'b|Two'])
    const other = fork(text, 3)
    write(text, 1, 2, [])
    write(other, 1, 2, [line('b', keep(1, 0, 3), add('!'))], 3)
    sync(text, other)
    expect(shown(text)).toEqual(['a|One', 'b restored|!'])
  })
})

describe('characters that stay', () => {
  it('[TX4] keep their ids through split, join, formats and attributes', () => {
    const text = flatText(['a|One two'])
    const ids = () => renderBlocks(text).flatMap(({ inlines }) => inlines.map(({ at }) => at))
    const [first] = ids()
    write(text, 0, 1, [line('a', keep(0, 0, 3)), line('n', keep(0, 3, 7))])
    expect(ids()).toEqual([first, { client: 1, clock: (first?.clock ?? 0) + 3 }])
    write(text, 0, 2, [line('a', keep(0, 0, 3), keep(1, 0, 4, { bold: true }))])
    expect(ids()).toEqual([first, { client: 1, clock: (first?.clock ?? 0) + 3 }])
  })

  it('[TX4] the end of a block stays behind its text, so that late words at its end stay in it', () => {
    const text = flatText(['a|One', 'b|Two'])
    const other = fork(text, 3)
    write(text, 1, 1, [line('n', add('new'))])
    write(other, 0, 1, [line('a', keep(0, 0, 3), add(' late'))], 3)
    sync(text, other)
    expect(shown(text)).toEqual(['a|One late', 'n|new', 'b|Two'])
  })

  it('places are found by character: blocks may be behind what others wrote', () => {
    const text = flatText(['a|One', 'b|Two'])
    const behind = renderBlocks(text)
    text.insert(1, 'late ')
    docOf(text).transact((transaction) => {
      replaceBlocks(transaction, text, behind, 0, 1, [line('a', keep(0, 0, 1), keep(0, 2, 3))])
    })
    expect(shown(text)).toEqual(['a|late Oe', 'b|Two'])
  })
})

describe('[TX6] a writer sets only what differs', () => {
  it('an attribute that another changed meanwhile keeps its value', () => {
    const text = flatText(['a lang=fr depth=1|One'])
    const behind = renderBlocks(text)
    markerWith(text, 'a').set('lang', 'es')
    docOf(text).transact((transaction) => {
      const attributes = { lang: 'fr', depth: 2 }
      replaceBlocks(transaction, text, behind, 0, 1, [{ id: 'a', attributes, pieces: [keep(0, 0, 3)] }])
    })
    expect(shown(text)).toEqual(['a depth=2 lang=es|One'])
  })

  it('lines that say what stands there write nothing', () => {
    const text = flatText(['a lang=fr|*One*{break}', 'b gone|', 'c join=a|two', 'd|x'])
    const blocks = renderBlocks(text)
    const lines = blocks.map(({ id, attributes, ...block }, index) => {
      return { id, attributes, pieces: [keep(index, 0, blockLength({ id, attributes, ...block }))] }
    })
    let updates = 0
    docOf(text).on('update', () => {
      updates++
    })
    write(text, 0, blocks.length, lines)
    expect(updates).toBe(0)
  })

  it('an attribute taken away is deleted, not set to null', () => {
    const text = flatText(['a lang=fr|One'])
    write(text, 0, 1, [line('a', keep(0, 0, 3))])
    expect([...markerWith(text, 'a').keys()].sort()).toEqual(['id', 'v'])
  })
})

describe('[TX10] formats at markers', () => {
  it('a marker takes the formats of its left neighbour: nothing is written for it', () => {
    const text = flatText(['a|*One*'])
    write(text, 0, 1, [line('a', keep(0, 0, 2)), line('n', keep(0, 2, 3))])
    expect(shown(text)).toEqual(['a|*On*', 'n|*e*'])
    expect(renderBlocks(text)[1]?.formats).toEqual({ bold: true })
  })

  it('plain text typed at the start of a block that opens in bold is plain', () => {
    const text = flatText(['a|*One*'])
    write(text, 0, 1, [line('a', keep(0, 0, 2)), line('n', keep(0, 2, 3))])
    write(text, 1, 2, [line('n', add('plain '), keep(1, 0, 1))])
    expect(shown(text)).toEqual(['a|*On*', 'n|plain *e*'])
  })

  it('unknown formats of kept text stay as they are', () => {
    const text = flatText(['a|One'])
    text.format(1, 3, { glow: 3 })
    write(text, 0, 1, [line('a', keep(0, 0, 3), add('!', { glow: 3 }))])
    expect(renderBlocks(text)[0]?.inlines.map(({ formats }) => formats)).toEqual([{ glow: 3 }, { glow: 3 }])
  })
})
