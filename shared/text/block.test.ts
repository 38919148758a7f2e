import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { asAtom, END, isEndAtom } from './atom.ts'
import { type Attributes, type Block, blockLength, blockText, blockType, sameRecord } from './block.ts'
import { changedText, deletedRanges } from './changed-text.ts'
import { formatsAfter } from './format-text.ts'
import { attributesAfterEnter, flowsTogether, sameIntervention } from './interventions.ts'
import { firstItem } from './items.ts'
import { keepFormatting } from './keep-formatting.ts'
import { renderBlocks } from './render.ts'
import { afterFormat, readRuns } from './runs.ts'
import { cutInlines } from './spans.ts'
import { docOf, flatText, fork, indexOf, raw, shown, watchWrites } from './testing/flat-text.ts'

describe('atoms', () => {
  it.each([
    [END, true],
    [{ t: 'end', more: 1 }, true],
    [{ t: 'break' }, false],
    [null, false],
    ['end', false],
    [undefined, false],
  ])('[TX1] %j is an end: %s', (value, expected) => {
    expect(isEndAtom(value)).toBe(expected)
  })

  it.each([
    [{ t: 'break' }, { t: 'break' }],
    [{ image: 'x' }, { t: 'unknown', value: { image: 'x' } }],
    ['words', { t: 'unknown', value: 'words' }],
    [null, { t: 'unknown', value: null }],
    [{ t: 3 }, { t: 'unknown', value: { t: 3 } }],
  ])('[TX6] %j is read as %j', (value, expected) => {
    expect(asAtom(value)).toEqual(expected)
  })
})

describe('blocks', () => {
  it('give their length and plain text; an atom is one unit, a break a new line', () => {
    const [block] = renderBlocks(flatText(['a|One{break}*two*{mention id=m}😀']))
    expect(blockLength(block as Block)).toBe(10)
    expect(blockText(block as Block)).toBe('One\ntwo\uFFFC😀')
  })

  it('[TX6] without a type are paragraphs; an unknown type is kept', () => {
    expect([{}, { type: 'heading' }, { type: 'holo' }, { type: 3 }].map(blockType)).toEqual([
      'paragraph',
      'heading',
      'holo',
      'paragraph',
    ])
  })

  it.each<[Record<string, unknown>, Record<string, unknown>, boolean]>([
    [{}, {}, true],
    [{ a: 1 }, { a: 1 }, true],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: 1 }, { a: '1' }, false],
    [{ a: undefined }, { b: 1 }, false],
    [{ a: undefined }, { b: undefined }, false],
    [{ a: Number.NaN }, { a: Number.NaN }, true],
  ])('%j and %j say the same: %s', (a, b, expected) => {
    expect(sameRecord(a, b)).toBe(expected)
  })

  it('are cut between two offsets, with the id of each piece’s first character', () => {
    const [block] = renderBlocks(flatText(['a|One{break}two']))
    const { inlines } = block as Block
    const cut = (from: number, to: number) => cutInlines(inlines, from, to)
    expect(cut(0, 7)).toEqual(inlines)
    expect(cut(1, 2)).toMatchObject([{ text: 'n', at: { clock: (inlines[0]?.at.clock ?? 0) + 1 } }])
    expect(cut(2, 5)).toMatchObject([{ text: 'e' }, { atom: { t: 'break' } }, { text: 't' }])
    expect(cut(3, 4)).toMatchObject([{ atom: { t: 'break' } }])
    expect(cut(2, 2)).toEqual([])
    expect(cut(7, 9)).toEqual([])
  })
})

describe('runs', () => {
  it('are read from a marker on, up to another', () => {
    const text = flatText(['a|*One*', 'b|Two', 'c|Three'])
    const [, a, b, c] = readRuns(text)
    const read = readRuns(text, b?.item ?? null, {}, c?.item ?? null)
    expect(read.map(({ id }) => id)).toEqual(['b'])
    expect(a?.formats).toEqual({})
  })

  it('[TX10] a format item opens, changes or closes a format', () => {
    const format = (key: string, value: unknown) => new Y.ContentFormat(key, value as never)
    const bold = { bold: true }
    expect(afterFormat({}, format('bold', true))).toEqual(bold)
    expect(afterFormat(bold, format('bold', null))).toEqual({})
    expect(afterFormat(bold, format('link', '{}'))).toEqual({ bold: true, link: '{}' })
    expect(afterFormat(bold, format('bold', true))).toBe(bold)
  })

  it('[TX10] the formats after an item are found by walking left to what is known', () => {
    const text = flatText(['a|*One* /two/'])
    const last = () => {
      let item = firstItem(text)
      while (item?.right) item = item.right
      return item
    }
    expect(formatsAfter(last(), new Map())).toEqual({})
    const word = indexOf(text, 'two')
    text.insert(word + 3, '!', { italic: true })
    expect(shown(text)).toEqual(['a|*One* /two!/'])
    const start = firstItem(text) as Y.Item
    expect(formatsAfter(start, new Map([[start, { glow: 1 }]]))).toEqual({ glow: 1 })
    expect(formatsAfter(null, new Map())).toEqual({})
  })
})

describe('interventions', () => {
  it.each<[Record<string, unknown>, Record<string, unknown>, boolean]>([
    [{}, {}, true],
    [{ speaker: 'a' }, { speaker: 'a' }, true],
    [{ speaker: 'a' }, { speaker: 'a', lead: '1' }, false],
    [{ speaker: 'a', lead: '1' }, { speaker: 'a' }, true],
    [{ speaker: 'a' }, { speaker: 'b' }, false],
    [{ speaker: 'a' }, {}, false],
    [{}, { speaker: 'a' }, false],
  ])('[TX14] %j then %j is one: %s', (above, below, expected) => {
    expect(sameIntervention(above, below)).toBe(expected)
  })

  it.each<[Attributes, Attributes, boolean]>([
    [{}, { type: 'gloss' }, false],
    [{ type: 'gloss' }, {}, false],
    [{ type: 'gloss' }, { type: 'gloss' }, true],
    [{ type: 'bullet' }, {}, true],
    [{ type: 'gloss', speaker: 'a' }, { type: 'gloss', speaker: 'b' }, false],
  ])('[TX14] the words of %j and %j flow together: %s', (above, below, expected) => {
    expect(flowsTogether(above, below)).toBe(expected)
  })

  it('[TX4] Enter in a gloss makes no other gloss', () => {
    for (const atEnd of [true, false])
      expect(attributesAfterEnter({ type: 'gloss', speaker: 's', lang: 'fr' }, atEnd)).toEqual({
        speaker: 's',
      })
  })

  it('[TX4] Enter copies type, level, depth and speaker; at the end of a heading no type', () => {
    const attributes = {
      type: 'heading',
      level: 2,
      depth: 1,
      speaker: 's',
      lead: '1',
      kind: 'trend',
      martian: 1,
    }
    expect(attributesAfterEnter(attributes, false)).toEqual({
      type: 'heading',
      level: 2,
      depth: 1,
      speaker: 's',
    })
    expect(attributesAfterEnter(attributes, true)).toEqual({ depth: 1, speaker: 's' })
    expect(attributesAfterEnter({ type: 'bullet', depth: 2 }, true)).toEqual({ type: 'bullet', depth: 2 })
  })
})

describe('[TX11] keeping formatting', () => {
  it('Yjs writes nothing after a remote change; without it, it does', () => {
    for (const keeps of [true, false]) {
      const text = flatText(['|One two'])
      const other = fork(text, 2)
      text.format(0, 3, { bold: true })
      other.format(0, 3, { bold: true })
      if (keeps) keepFormatting(docOf(text))
      const deletes = () => deletedRanges(Y.encodeStateAsUpdate(docOf(text))).length
      const before = deletes()
      Y.applyUpdate(docOf(text), Y.encodeStateAsUpdate(docOf(other)), 'remote')
      expect(deletes() > before).toBe(!keeps)
      expect(shown(text)).toEqual(['root|*One* two'])
    }
  })

  it('may be asked for twice', () => {
    const doc = new Y.Doc()
    keepFormatting(doc)
    expect(() => keepFormatting(doc)).not.toThrow()
  })
})

describe('changed text', () => {
  function changes(text: Y.Text, write: (text: Y.Text) => void): ReturnType<typeof changedText> {
    const doc = docOf(text)
    const own = fork(text, 5)
    let update: Uint8Array | null = null
    docOf(own).on('update', (bytes) => {
      update = bytes
    })
    docOf(own).transact(() => write(own))
    if (update === null) throw new Error('nothing written')
    const ranges = deletedRanges(update)
    let found: ReturnType<typeof changedText> | null = null
    doc.on('afterTransaction', (transaction) => {
      found = changedText(transaction, text, ranges)
    })
    Y.applyUpdate(doc, update, 'ann')
    return found as never
  }

  it('gives what was inserted, cut where other text or a marker stands between', () => {
    const { inserted, deleted } = changes(flatText(['a|One', 'b|Two']), (text) => {
      text.insert(indexOf(text, 'ne'), 'X')
      text.insert(indexOf(text, 'Two'), 'Y')
      text.insert(indexOf(text, 'Two'), 'Z')
    })
    expect(inserted.map(({ text }) => text).sort()).toEqual(['X', 'YZ'])
    expect(deleted).toEqual([])
  })

  it('gives what was deleted, with its text, in reading order', () => {
    const { deleted } = changes(flatText(['a|One two', 'b|Three']), (text) => {
      text.delete(indexOf(text, 'Th'), 2)
      text.delete(indexOf(text, 'two'), 3)
    })
    expect(deleted.map(({ text, isMine }) => [text, isMine])).toEqual([
      ['two', true],
      ['Th', true],
    ])
  })

  it('gives what had been deleted before as a length without text', () => {
    const text = flatText(['a|One two'])
    const late = fork(text, 5)
    text.delete(indexOf(text, 'two'), 3)
    let update: Uint8Array = new Uint8Array()
    docOf(late).on('update', (bytes) => {
      update = bytes
    })
    late.delete(indexOf(late, 'One two'), 7)
    let found: unknown = null
    docOf(text).on('afterTransaction', (transaction) => {
      found = changedText(transaction, text, deletedRanges(update)).deleted
    })
    Y.applyUpdate(docOf(text), update, 'late')
    expect(found).toMatchObject([
      { text: 'One ', isMine: true },
      { text: null, length: 3, isMine: true },
    ])
  })
})

describe('the test language', () => {
  it('writes and shows the same lines', () => {
    const lines = ['|x', 'a heading|One', 'b|*bold* /italic/ ~strike~{break}', 'c gone|', 'd join=b|two']
    expect(raw(flatText(lines))).toEqual(lines)
  })

  it('counts writes', () => {
    const text = flatText(['a|One'])
    const writes = watchWrites(docOf(text))
    text.insert(1, 'x')
    expect(writes().updates).toBe(1)
  })
})
