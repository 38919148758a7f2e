import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isConflict, mergedWords, resolveConflicts, threeWay } from './three-way.ts'

/** Writes a merge down: `<base|ours|theirs>` where both changed the same place. */
function shown(base: string, ours: string, theirs: string): string {
  return threeWay(base, ours, theirs)
    .map((part) => (isConflict(part) ? `<${part.base}|${part.ours}|${part.theirs}>` : part.text))
    .join('')
}

describe('[MG1] two wordings of one text', () => {
  it.each([
    ['changed here alone', 'States should act', 'States must act', 'States should act', 'States must act'],
    ['changed there alone', 'States should act', 'States should act', 'States must act', 'States must act'],
    ['changed alike', 'States should act', 'States must act', 'States must act', 'States must act'],
    [
      'changed in two places',
      'States should fund shelters for victims.',
      'All States should fund shelters for victims.',
      'States should fund shelters for victims and families.',
      'All States should fund shelters for victims and families.',
    ],
    [
      'changed in one place, each in another way',
      'within six months',
      'within three months',
      'within twelve months',
      'within <six|three|twelve> months',
    ],
    [
      'changed side by side, with nothing but a blank between',
      'one hundred beds',
      'five hundred beds',
      'one thousand beds',
      '<one hundred|five hundred|one thousand> beds',
    ],
    [
      'deleted here, changed there',
      'Train judges, in time, and police.',
      'Train judges and police.',
      'Train judges, in due time, and police.',
      'Train judges<, in time,||, in due time,> and police.',
    ],
    ['a line more on each side', 'a\nb', 'x\na\nb', 'a\nb\ny', 'x\na\nb\ny'],
    ['with nothing known of what was', '', 'ours', 'theirs', '<|ours|theirs>'],
  ])('%s', (_, base, ours, theirs, expected) => {
    expect(shown(base, ours, theirs)).toBe(expected)
  })

  it('reads as one side where each conflict goes to it', () => {
    const parts = threeWay('a b c d e', 'A b c D e', 'x b c d E')
    expect(mergedWords(parts)).toBeNull()
    expect(resolveConflicts(parts, ['theirs', 'ours'])).toBe('x b c D e')
  })
})

const word = fc.constantFrom(
  'States',
  'should',
  'fund',
  'shelters',
  'and',
  'train',
  'judges',
  '国',
  '\n',
  ',',
  ' ',
)
const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '))

const count = (words: readonly string[], word: string): number => words.filter((each) => each === word).length

/** What stands in `after` more often than in `before`. */
function added(before: string, after: string): string[] {
  const left = before.split(/\s+/)
  return after.split(/\s+/).filter((each) => {
    if (each === '') return false
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

describe('[MG2] properties of a three-way merge', () => {
  it('of one side alone is that side; of two equal ones either; and the sides can be exchanged', () => {
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        expect(mergedWords(threeWay(base, ours, base))).toBe(ours)
        expect(mergedWords(threeWay(base, base, theirs))).toBe(theirs)
        expect(mergedWords(threeWay(base, ours, ours))).toBe(ours)
        const swapped = shown(base, theirs, ours).replace(/<([^|]*)\|([^|]*)\|([^>]*)>/g, '<$1|$3|$2>')
        expect(swapped).toBe(shown(base, ours, theirs))
      }),
      { seed: 2013, numRuns: 500 },
    )
  })

  it('leaves out no word that either side added', () => {
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const all = threeWay(base, ours, theirs)
          .map((part) => (isConflict(part) ? `${part.ours} ${part.theirs}` : part.text))
          .join('')
          .split(/\s+/)
        for (const side of [ours, theirs]) {
          for (const each of added(base, side)) expect(count(all, each)).toBeGreaterThanOrEqual(1)
          // Both sides in full wherever they part: each added word once for each side that added it at least.
          expect(added(all.join(' '), side).filter((each) => added(base, side).includes(each))).toEqual([])
        }
      }),
      { seed: 2013, numRuns: 500 },
    )
  })

  it('chosen for one side throughout holds all that this side changed', () => {
    fc.assert(
      fc.property(text, text, (base, ours) => {
        const parts = threeWay(base, ours, 'wholly other')
        const conflicts = parts.filter(isConflict).length
        const words = resolveConflicts(
          parts,
          Array.from({ length: conflicts }, () => 'ours' as const),
        )
        expect(added(words, ours).filter((each) => added(base, ours).includes(each))).toEqual([])
      }),
      { seed: 2013, numRuns: 300 },
    )
  })
})
