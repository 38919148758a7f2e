import { expect, test } from 'vitest'
import { headingNumber, paragraphNumber, subParagraphNumber } from './numbering.ts'

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
