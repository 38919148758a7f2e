import { expect, it } from 'vitest'
import { memberName } from './member-name.ts'

it.each([
  ['  A. Kaya ', 'A. Kaya'],
  ['3', '3'],
  ['Dr. Nguyễn Thị O’Brien-Łoś', 'Dr. Nguyễn Thị O’Brien-Łoś'],
  // Persian and Sinhala are written with joiners.
  ['علی\u200cرضا', 'علی\u200cرضا'],
  ['ශ්\u200dරී', 'ශ්\u200dරී'],
])('%j is a name', (text, name) => {
  expect(memberName.parse(text)).toBe(name)
})

it.each([
  ['only spaces', '   '],
  ['more than 80 characters', 'x'.repeat(81)],
  ['a line end', 'A.\nKaya'],
  ['a line separator', 'A.\u2028Kaya'],
  ['a mark that turns the text round', 'A. Kaya\u202e'],
  ['a zero-width space only', '\u200b'],
  ['a joiner between Latin letters', 'A. Ka\u200dya'],
  ['a soft hyphen', 'Ka\u00adya'],
  ['half a character', 'Kaya\ud800'],
  ['a Hangul filler only', '\u3164'],
  ['dots only', '...'],
])('a name with %s is refused', (_, text) => {
  expect(memberName.safeParse(text).success).toBe(false)
})
