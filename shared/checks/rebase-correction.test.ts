import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords, type Replacement } from '../merge/word-diff.ts'
import { rebaseCorrection } from './rebase-correction.ts'

function applied(now: string, edits: readonly Replacement[] | null): string | null {
  if (edits === null) return null
  let words = ''
  let at = 0
  for (const { from, to, insert } of edits) {
    words += now.slice(at, from) + insert
    at = to
  }
  return words + now.slice(at)
}

const corrected = (before: string, text: string, now: string): string | null =>
  applied(now, rebaseCorrection({ before, text }, now))

describe('a correction', () => {
  it.each<[string, string, string, string, string | null]>([
    [
      'on its own words',
      'Some forty shelters',
      'Some fifty shelters',
      'Some forty shelters',
      'Some fifty shelters',
    ],
    [
      'after words that others put before it',
      'Some forty shelters',
      'Some fifty shelters',
      'Today: Some forty shelters',
      'Today: Some fifty shelters',
    ],
    [
      'before words that others changed',
      'Some forty shelters opened',
      'Some fifty shelters opened',
      'Some forty shelters closed',
      'Some fifty shelters closed',
    ],
    [
      'that was made by somebody else already',
      'Some forty shelters',
      'Some fifty shelters',
      'Some fifty shelters',
      'Some fifty shelters',
    ],
    [
      'where somebody wrote another word',
      'Some forty shelters',
      'Some fifty shelters',
      'Some sixty shelters',
      null,
    ],
    ['where its word is gone', 'Some forty shelters', 'Some fifty shelters', 'Some shelters', null],
    ['at a place where somebody inserted', 'We agree', 'We all agree', 'We both agree', null],
  ])('%s', (_, before, text, now, expected) => {
    expect(corrected(before, text, now)).toBe(expected)
  })
})

const words = fc
  .array(fc.constantFrom('one', 'two', 'three', 'four', 'five', ','), { maxLength: 12 })
  .map((all) => all.join(' '))
const SEED = 20130525

it(`a correction of unchanged words gives its text, and no other’s word is lost (seed ${SEED})`, () => {
  fc.assert(
    fc.property(words, words, words, (before, text, now) => {
      expect(corrected(before, text, before)).toBe(text)
      expect(corrected(before, before, now)).toBe(now)
      const edits = rebaseCorrection({ before, text }, now)
      if (edits === null) return
      // Nothing that others wrote is touched: their stretches stand whole in what comes out.
      let shift = 0
      for (const { from, to, insert } of diffWords(before, now)) {
        const start = from + shift
        for (const edit of edits) expect(edit.to <= start || edit.from >= start + insert.length).toBe(true)
        shift += insert.length - (to - from)
      }
    }),
    { seed: SEED, numRuns: 1000 },
  )
})
