import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type DraftItem, findDraftItem, itemHash } from '../../../shared/draft/draft-item.ts'
import { appendLine } from '../../../shared/text/testing/flat-text.ts'
import { DraftMarks } from './draft-marks.ts'
import { DraftWatch } from './draft-watch.ts'

let doc: Y.Doc
let marks: DraftMarks

beforeEach(() => {
  doc = new Y.Doc()
  item('a', 'a|One {bracket side=open id=p}two{bracket side=close id=p}{note id=x}.', 'n footnote note=x|X')
  item('b', 'b|See {ref item=a} and {ref item=gone}.')
  item('c', 'c|{note id=y}{note id=lost} {bracket side=open id=q}', 'm footnote note=y|Y')
  marks = new DraftMarks(new DraftWatch(doc))
  shown('a', 'b', 'c')
})

function item(id: string, ...lines: string[]): void {
  const text = new Y.Text()
  const entry = { type: 'recommendation', section: 't1', rank: `a${id}`, text }
  doc.transact(() => {
    doc.getMap('items').set(id, new Y.Map<unknown>(Object.entries(entry)))
    for (const line of lines) appendLine(text, line)
  })
}

function textOf(id: string): Y.Text {
  return (doc.getMap('items').get(id) as Y.Map<Y.Text>).get('text') as Y.Text
}

function shown(...ids: string[]): void {
  marks.setPlaces(ids.map((id, index) => ({ id, label: String(index + 1), isContested: false })))
}

test('[TX16] footnotes are numbered through the draft, in its order; a mark without its footnote has no number', () => {
  const { noteNumber } = marks.words()
  expect(['x', 'y', 'lost'].map(noteNumber)).toEqual([1, 2, null])
  shown('c', 'a', 'b')
  expect(['x', 'y', 'lost'].map(noteNumber)).toEqual([2, 1, null])
})

test('[TX16] a reference follows its target, and says when that is gone', () => {
  const { reference } = marks.words()
  expect(reference('a')).toEqual({ text: 'recommendation\u00A01', to: 'a', isGone: false })
  expect(reference('gone')).toEqual({ text: '(removed)', to: 'gone', isGone: true })
  shown('b', 'a')
  expect(reference('a').text).toBe('recommendation\u00A02')
  shown('b')
  expect(reference('a').isGone).toBe(true)
})

test('[MG4] a reference to what was combined is to the item that it stands in, until that is undone', () => {
  const { reference } = marks.words()
  shown('b', 'c')
  marks.setCombined(new Map([['a', { merge: 2, into: 'c' }]]))
  expect(reference('a')).toEqual({ text: 'recommendation\u00A02', to: 'c', isGone: false })
  expect(marks.takes({ t: 'ref', item: 'a' })).toBe(true)
  marks.setCombined(new Map())
  expect(reference('a').isGone).toBe(true)
})

test('[AD2] brackets that are left are counted, those without their other half apart, and walked in the draft’s order', () => {
  expect(marks.left()).toEqual({ all: 2, alone: 1 })
  expect(marks.next(null, null)).toEqual({ item: 'a', bracket: 'p' })
  expect(marks.next('b', null)).toEqual({ item: 'c', bracket: 'q' })
  expect(marks.next('a', 'p')).toEqual({ item: 'c', bracket: 'q' })
  expect(marks.next('c', 'q')).toEqual({ item: 'a', bracket: 'p' })
  shown('b')
  expect(marks.next(null, null)).toBeNull()
})

test('tells of marks and numbers that are others, and never of words', () => {
  let calls = 0
  marks.subscribe(() => calls++)
  textOf('a').insert(1, 'Words ')
  expect(calls).toBe(0)
  appendLine(textOf('b'), 'b2|{bracket side=open id=r}')
  expect(calls).toBe(1)
  expect(marks.left().all).toBe(3)
  shown('a', 'c')
  appendLine(textOf('b'), 'b3|{bracket side=open id=s}')
  expect(calls).toBe(2)
  expect(marks.drawn('a')).toBe('[[1],[]]')
})

test('of an item that is shown before the room has it again, marks are known once it has', () => {
  const entry = doc.getMap('items').get('a') as Y.Map<unknown>
  const gone = itemHash(findDraftItem(doc, 'a') as DraftItem)
  entry.set('gone', gone)
  shown('b', 'c')
  expect(marks.words().noteNumber('y')).toBe(1)
  shown('a', 'b', 'c')
  entry.delete('gone')
  shown('a', 'b', 'c')
  expect(['x', 'y'].map(marks.words().noteNumber)).toEqual([1, 2])
  expect(marks.left()).toEqual({ all: 2, alone: 1 })
})

test('a paste brings only what a text of the draft may have', () => {
  const taken = [
    { t: 'note' },
    { t: 'ref', item: 'a' },
    { t: 'ref', item: 'x' },
    { t: 'end' },
    { t: 'toString' },
  ]
  expect(taken.map(marks.takes)).toEqual([true, true, false, false, false])
})
