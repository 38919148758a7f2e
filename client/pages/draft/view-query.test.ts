import { describe, expect, it } from 'vitest'
import { type Filtered, isShownIn, mechanismsOf } from './view-filter.ts'
import { countFilters, isWhole, readView, type View, WHOLE, writeView } from './view-query.ts'

const item: Filtered = {
  id: 'i1',
  type: 'recommendation',
  section: 't1',
  status: 'agreed',
  mechanisms: ['fin', 'bel'],
  hasBrackets: false,
  hasComments: true,
}

describe('a view in the address', () => {
  it.each<Partial<View>>([
    {},
    { by: 'addressee' },
    { status: 'bracketed', mechanism: 'fin', topic: 'general' },
    { by: 'theme', withBrackets: true, withComments: true },
  ])('%o is read as it was written, and leaves what else stands there', (part) => {
    const view = { ...WHOLE, ...part }
    const query = writeView(new URLSearchParams('panel=comments&by=status&with=brackets'), view)
    expect(readView(query)).toEqual(view)
    expect(query.get('panel')).toBe('comments')
  })

  it('what nobody knows is the whole document', () => {
    expect(readView(new URLSearchParams('by=colour&status=lost&with=love'))).toEqual(WHOLE)
  })

  it('is the whole document by topic and without filters only', () => {
    expect(isWhole(WHOLE)).toBe(true)
    expect(isWhole({ ...WHOLE, by: 'status' })).toBe(false)
    expect(isWhole({ ...WHOLE, topic: 't1' })).toBe(false)
    expect(countFilters({ ...WHOLE, topic: 't1', withBrackets: true })).toBe(2)
  })
})

describe('what a view shows', () => {
  it.each<[Partial<View>, Partial<Filtered>, boolean]>([
    [{}, { type: 'heading' }, true],
    [{ by: 'status' }, { type: 'heading' }, false],
    [{ status: 'agreed' }, {}, true],
    [{ status: 'agreed' }, { type: 'paragraph' }, false],
    [{ status: 'proposed' }, {}, false],
    [{ mechanism: 'bel' }, {}, true],
    [{ mechanism: 'ner' }, {}, false],
    [{ topic: 't1' }, { type: 'heading' }, true],
    [{ topic: 't2' }, {}, false],
    [{ withBrackets: true }, {}, false],
    [{ withBrackets: true }, { hasBrackets: true }, true],
    [{ withComments: true }, {}, true],
    [{ withComments: true, status: 'proposed' }, {}, false],
  ])('%o of an item with %o: %s', (view, other, isShown) => {
    expect(isShownIn({ ...WHOLE, ...view }, { ...item, ...other })).toBe(isShown)
  })

  it('the mechanisms behind speakers are told once each, whoever else spoke', () => {
    expect(mechanismsOf(['m:fin,m:bel', 'chair', null, 'm:fin', 'guest:X'])).toEqual(['fin', 'bel'])
  })
})
