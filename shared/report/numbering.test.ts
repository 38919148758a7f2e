import { expect, test } from 'vitest'
import { headingNumber, paragraphNumber, subParagraphNumber, versionNumber } from './numbering.ts'

test('[EX3] chapters count in Roman numerals, in Arabic by words, then in digits', () => {
  const chapters = [1, 4, 9, 14, 40, 99].map((count) => headingNumber(1, count, 'fr'))
  expect(chapters).toEqual(['I.', 'IV.', 'IX.', 'XIV.', 'XL.', 'XCIX.'])
  expect([1, 10, 11].map((count) => headingNumber(1, count, 'ar'))).toEqual(['أولا -', 'عاشرا -', '11 -'])
})

test('[EX3] letters begin anew after the last one, doubled', () => {
  expect([1, 26, 27, 28, 53].map((count) => headingNumber(2, count, 'en'))).toEqual([
    'A.',
    'Z.',
    'AA.',
    'BB.',
    'AAA.',
  ])
  expect([3, 30].map((count) => subParagraphNumber(1, count, 'es'))).toEqual(['c)', 'dd)'])
})

test('[EX3] Arabic sub-paragraphs go in the abjad order: alef, beh, jeem, dal', () => {
  expect([1, 2, 3, 4, 28, 29].map((count) => subParagraphNumber(1, count, 'ar'))).toEqual([
    '(أ)',
    '(ب)',
    '(ج)',
    '(د)',
    '(غ)',
    '(أأ)',
  ])
})

test('[EX3] digits are Western in every language', () => {
  expect((['en', 'fr', 'es', 'ar'] as const).map((language) => paragraphNumber(38, language))).toEqual([
    '38.',
    '38.',
    '38.',
    '38-',
  ])
})

test('[AD2] further versions of a recommendation are bis, ter, quater; in Arabic مكررا', () => {
  expect([0, 1, 2, 3, 9].map((version) => versionNumber(4, version, 'fr'))).toEqual([
    '4',
    '4 bis',
    '4 ter',
    '4 quater',
    '4 decies',
  ])
  expect([1, 2, 3].map((version) => versionNumber(4, version, 'ar'))).toEqual([
    '4 مكررا',
    '4 مكررا ثانيا',
    '4 مكررا ثالثا',
  ])
  expect(versionNumber(4, 12, 'en')).toBe('4 (13)')
  expect([paragraphNumber(4, 'en', 1), paragraphNumber(4, 'ar', 1)]).toEqual(['4 bis.', '4 مكررا-'])
})
