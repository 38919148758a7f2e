import { describe, expect, test } from 'vitest'
import { languageOfLine, piecesByDirection } from './text-direction.ts'

describe('language and direction of a line', () => {
  test.each([
    ['fr', 'Les États', 'en', 'fr', 'ltr'],
    ['ar', '', 'en', 'ar', 'rtl'],
    [undefined, 'States', 'en', 'en', 'ltr'],
    [undefined, '12 العمل', 'en', 'ar', 'rtl'],
    [undefined, 'States', 'ar', 'en', 'ltr'],
    [undefined, '12', 'ar', 'ar', 'rtl'],
    ['"><script>', 'States', 'en', 'en', 'ltr'],
    [7, 'États', 'fr-CH', 'fr-CH', 'ltr'],
    [undefined, 'x', '', 'en', 'ltr'],
  ])('that says it is in %j: “%s” in a meeting in %s is %s, %s', (own, text, meeting, lang, direction) => {
    expect(languageOfLine(own, text, meeting)).toEqual({ lang, direction })
  })
})

describe('pieces of one direction', () => {
  test.each([
    ['States 12.', 'ltr', ['>States 12.']],
    ['العمل 12.', 'rtl', ['<العمل 12.']],
    ['العمل (NAPTIP Act, 2003) هنا.', 'rtl', ['<العمل (', '>NAPTIP Act, 2003', '<) هنا.']],
    ['The word العمل here', 'ltr', ['>The word ', '<العمل', '> here']],
    ['12.', 'rtl', ['<12.']],
    ['', 'rtl', []],
  ] as const)('“%s” in a line that is %s', (text, line, pieces) => {
    const written = piecesByDirection(text, line).map(
      (piece) => `${piece.direction === 'ltr' ? '>' : '<'}${piece.text}`,
    )
    expect(written).toEqual(pieces)
  })
})
