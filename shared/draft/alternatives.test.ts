import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { textHash } from '../text/text-hash.ts'
import { keepTogether, recommendationNumbers, versionsOf } from './alternatives.ts'
import { readItems } from './draft-item.ts'

/** `b>a` is item b, an alternative of a. */
function items(written: string) {
  return written.split(' ').map((one) => {
    const [id = '', alternativeOf = null] = one.split('>')
    return { id, alternativeOf, section: 't1' }
  })
}

describe('[AD2] versions', () => {
  it.each([
    ['a b c', '0 0 0'],
    ['a b>a c', '0! 1! 0'],
    ['a b>a c>a d', '0! 1! 2! 0'],
    ['b>a c>a d', '0! 1! 0'],
    ['b>a d', '0 0'],
  ])('%s: %s (! while several stand)', (written, expected) => {
    const versions = versionsOf(items(written))
    expect(versions.map(({ index, isContested }) => `${index}${isContested ? '!' : ''}`).join(' ')).toBe(
      expected,
    )
  })

  it('share a number, which other items do not have', () => {
    const typed = items('a b>a c d').map((item) => ({
      ...item,
      type: item.id === 'c' ? 'heading' : 'recommendation',
    }))
    expect([...recommendationNumbers(typed)]).toEqual([
      ['a', 1],
      ['b', 1],
      ['d', 2],
    ])
  })

  it('follow their item where a page has moved it already', () => {
    const moved = items('b>a c d>a').toSpliced(1, 0, { id: 'a', alternativeOf: null, section: 't2' })
    expect(keepTogether(moved).map(({ id, section }) => `${section}/${id}`)).toEqual([
      't2/a',
      't2/b',
      't2/d',
      't1/c',
    ])
  })

  it('that stand alone are left where they are', () => {
    const alone = items('c b>a')
    expect(keepTogether(alone)).toBe(alone)
  })
})

describe('[AD2] alternatives in the draft', () => {
  function draft(entries: Record<string, Record<string, unknown>>): Y.Doc {
    const doc = new Y.Doc()
    for (const [id, entry] of Object.entries(entries)) {
      const all = { type: 'recommendation', section: 't1', ...entry, text: new Y.Text() }
      doc.getMap('items').set(id, new Y.Map<unknown>(Object.entries(all)))
    }
    return doc
  }

  function read(doc: Y.Doc): string[] {
    return readItems(doc, ['t1', 't2']).map(({ id, section, alternativeOf }) => {
      return `${section}/${id}${alternativeOf === null ? '' : `>${alternativeOf}`}`
    })
  }

  it('stand behind their item, whatever their own rank and section say, in the order of their ranks', () => {
    const doc = draft({
      a: { rank: 'a1', section: 't2' },
      c: { rank: 'a5', alternativeOf: 'a' },
      b: { rank: 'a0', alternativeOf: 'a' },
      d: { rank: 'a2', section: 't2' },
      e: { rank: 'a3' },
    })
    expect(read(doc)).toEqual(['t1/e', 't2/a', 't2/b>a', 't2/c>a', 't2/d'])
  })

  it('stay where their item stood when that leaves the draft', () => {
    const doc = draft({
      a: { rank: 'a1', gone: textHash('') },
      b: { rank: 'a9', alternativeOf: 'a' },
      c: { rank: 'a2' },
    })
    expect(read(doc)).toEqual(['t1/b>a', 't1/c'])
  })

  it.each([
    ['what is not there', { b: { rank: 'a1', alternativeOf: 'x' } }],
    ['itself', { b: { rank: 'a1', alternativeOf: 'b' } }],
    ['a heading', { a: { rank: 'a0', type: 'heading' }, b: { rank: 'a1', alternativeOf: 'a' } }],
    ['something that is no id', { b: { rank: 'a1', alternativeOf: 7 } }],
  ])('of %s are none', (_, entries) => {
    expect(read(draft(entries as Record<string, Record<string, unknown>>)).at(-1)).toBe('t1/b')
  })
})
