import { describe, expect, it } from 'vitest'
import { directionOfLanguage, directionOfText } from './direction.ts'

describe('directionOfText', () => {
  it.each<[string, string | null]>([
    ['Finland', 'ltr'],
    ['12 (مصر)', 'rtl'],
    ['«שלום»', 'rtl'],
    ['ﷺ', 'rtl'],
    ['𞤀𞤣𞤤𞤢𞤥', 'rtl'],
    ['12:30', null],
    ['', null],
  ])('%s runs %s', (text, expected) => {
    expect(directionOfText(text)).toBe(expected)
  })
})

describe('directionOfLanguage', () => {
  it.each([
    ['ar', 'rtl'],
    ['AR-EG', 'rtl'],
    ['ckb', 'rtl'],
    ['arn', 'ltr'],
    ['', 'ltr'],
  ])('%s runs %s', (lang, expected) => {
    expect(directionOfLanguage(lang)).toBe(expected)
  })
})
