import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanLine, cleanText } from './clean-text.ts'
import { safeHref } from './safe-link.ts'

test.each([
  ['a\u0000b\u0007c\u001Bd\u007Fe\u009Ff', 'abcdef'],
  ['a\tb\r\nc\rd\u2028e\u0085f', 'a b\nc\nd\ne\nf'],
  ['cod\u202Eexe\u202C \u2066x\u2069', 'codexe x'],
  ['half \uD800 pair, half \uDC00 pair, whole \u{1F600}', 'half  pair, half  pair, whole \u{1F600}'],
  ['\uFFFC\uFFFE\uFFFF\u{E0041}', ''],
  ['من\u200F هنا\u200E', 'من\u200F هنا\u200E'],
  ['می\u200Cخواهم', 'می\u200Cخواهم'],
])('%j is cleaned to %j', (text, clean) => {
  expect(cleanText(text)).toBe(clean)
})

test('any text at all becomes text that XML 1.0 allows, and cleaning again changes nothing (seed 8)', () => {
  const characters = fc.string({ unit: 'binary', maxLength: 20 })
  const halves = fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units))
  const property = fc.property(fc.oneof(characters, halves), (text) => {
    const clean = cleanText(text)
    expect(/^[\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(clean)).toBe(true)
    expect(cleanText(clean)).toBe(clean)
  })
  fc.assert(property, { seed: 8, numRuns: 300 })
})

test('a line has no line ends and single spaces', () => {
  expect(cleanLine(' a \n\n b\u00A0 c ')).toBe('a b c')
})

test.each([
  ['{"href":"https://example.org/a?b=c#d"}', 'https://example.org/a?b=c#d'],
  ['{"href":"HTTP://Example.org"}', 'http://example.org/'],
  ['{"href":"mailto:a@example.org"}', 'mailto:a@example.org'],
  ['{"href":"mailto:a\\"onx=1<b>@example.org"}', 'mailto:a%22onx=1%3Cb%3E@example.org'],
  ['{"href":"javascript:alert(1)"}', null],
  ['{"href":"java\\nscript:alert(1)"}', null],
  ['{"href":" \\u0001javascript:alert(1)"}', null],
  ['{"href":"data:text/html,x"}', null],
  ['{"href":"file:///etc/passwd"}', null],
  ['{"href":"//example.org"}', null],
  ['{"href":7}', null],
  ['null', null],
  ['{', null],
  [true, null],
])('[EX7] the link %j leads to %j', (value, href) => {
  expect(safeHref(value)).toBe(href)
})
