import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords } from './word-diff.ts'

/** Writes a difference down: what goes in square brackets, what comes in braces. */
function shown(before: string, after: string): string {
  let out = ''
  let at = 0
  for (const { from, to, insert } of diffWords(before, after)) {
    const gone = before.slice(from, to)
    out += before.slice(at, from) + (gone && `[${gone}]`) + (insert && `{${insert}}`)
    at = to
  }
  return out + before.slice(at)
}

describe('a difference word by word', () => {
  it.each([
    ['nothing', 'Same words', 'Same words', 'Same words'],
    ['a word more', 'States should act', 'States should now act', 'States should {now }act'],
    ['a word less', 'States should now act', 'States should act', 'States should [now ]act'],
    [
      'another word',
      'restrictions on travel.',
      'restrictions on movement.',
      'restrictions on [travel]{movement}.',
    ],
    ['two places', 'one two three four', 'one 2 three 4', 'one [two]{2} three [four]{4}'],
    ['all of it', 'One', 'Zwei', '[One]{Zwei}'],
    ['from nothing', '', 'One', '{One}'],
    ['to nothing', 'One', '', '[One]'],
    ['accents are part of a word', 'traité', 'traite', '[traité]{traite}'],
    ['Arabic', 'يوصى بعقد اجتماع', 'يوصى بعقد مؤتمر', 'يوصى بعقد [اجتماع]{مؤتمر}'],
    ['Chinese, sign by sign', '各国应当', '各国必须', '各国[应当]{必须}'],
    ['a line that ends elsewhere', 'one two', 'one\ntwo', 'one[ ]{\n}two'],
    ['signs outside the basic plane stay whole', '😀', '😁', '[😀]{😁}'],
  ])('%s', (_, before, after, expected) => {
    expect(shown(before, after)).toBe(expected)
  })

  it('of two long texts with nothing in common is one change, found at once', () => {
    const words = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join(' ')
    expect(diffWords(words('a'), words('b'))).toHaveLength(1)
  })
})

const SEED = 20130524
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '.', '应', '😀'), maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

describe(`properties (seed ${SEED})`, () => {
  it('applied to the text before it gives the text after; changes are in order and apart', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        let out = ''
        let at = 0
        for (const { from, to, insert } of diffWords(before, after)) {
          expect(from > at || (from === 0 && at === 0)).toBe(true)
          expect(to > from || insert !== '').toBe(true)
          out += before.slice(at, from) + insert
          at = to
        }
        expect(out + before.slice(at)).toBe(after)
      }),
      { seed: SEED, numRuns: 2000 },
    )
  })
})
