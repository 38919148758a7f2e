import { expect, test } from 'vitest'
import { cappedBelow, exportPath, firstChoice, parseChoice } from './export-choice.ts'

const first = firstChoice('fr-CA')

test('at first nobody is named, and headings are in the meeting’s language', () => {
  expect(first).toEqual({ format: 'docx', attribution: 'none', language: 'fr' })
  expect(firstChoice('de').language).toBe('en')
})

test.each([
  [
    '{"format":"md","attribution":"country","language":"ar"}',
    { format: 'md', attribution: 'country', language: 'ar' },
  ],
  ['{"format":"exe","attribution":"everything","language":"xx"}', first],
  ['{"attribution":"region"}', { ...first, attribution: 'region' }],
  ['not json', first],
  ['null', first],
  [null, first],
])('a kept choice of %s is taken as far as it is understood', (kept, expected) => {
  expect(parseChoice(kept, first)).toEqual(expected)
})

test('the address names format, level and language', () => {
  expect(exportPath('berlin-2013', first, 'html')).toBe(
    '/api/meetings/berlin-2013/export?format=html&attribution=none&lang=fr&preview=1',
  )
})

test('topics are capped where less may be told than was asked for', () => {
  const topics = [
    { number: 1, cap: 'named' },
    { number: 5, cap: 'participants' },
  ] as const
  expect(cappedBelow(topics, 'country')).toEqual([topics[1]])
  expect(cappedBelow(topics, 'participants')).toEqual([])
  expect(cappedBelow(topics, 'none')).toEqual([])
})
