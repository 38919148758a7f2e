import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { termReader } from '../../merge/alike/terms.ts'
import { addresseesOf } from './addressees.ts'
import { adviceOn } from './advice.ts'
import { ADVISED_LANGUAGES, ladderOf } from './language-tables.ts'
import { readDraft } from './read-draft.ts'
import { type AdvisedItem, readItem } from './read-item.ts'
import { TERM_VARIANTS } from './term-variants.ts'

const SEED = 20130527

/** Words that mean something to advice, in any order, among whatever a keyboard gives. */
const piece = fc.oneof(
  fc.constantFrom(
    ...`States|should|must|are urged to|and|and to|adopt|a law|of|by|the police|, |; |: |\n|(NRM)|NRM|victims|survivors
    |Les États|devraient|exhorte|à|et|former|Se insta a|los Estados|deberían|y|ينبغي|للدول|أن|وأن|تعتمد|على|[|]|(a)`.split(
      '|',
    ),
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' '))
const item = fc.record({
  type: fc.constantFrom('recommendation' as const, 'paragraph' as const, 'heading' as const),
  lang: fc.constantFrom(null, 'en', 'fr', 'es', 'ar', 'ru', 'zh', 'xx-hostile'),
  words: text,
})

describe(`properties (seed ${SEED})`, () => {
  it('every span lies in the words and is not empty; the same words give the same advice', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), (given) => {
        const items = given.map((one, index): AdvisedItem => ({ ...one, id: String(index) }))
        const all = () => {
          const readings = items.map(readItem)
          const draft = readDraft(readings)
          return readings.map((reading) => adviceOn(reading, draft))
        }
        const advice = all()
        for (const [index, { words, lang }] of items.entries()) {
          for (const { from, to } of [...(advice[index] ?? []), ...addresseesOf(words, lang ?? 'en')]) {
            expect(from).toBeGreaterThanOrEqual(0)
            expect(to).toBeGreaterThan(from)
            expect(to).toBeLessThanOrEqual(words.length)
          }
        }
        expect(all()).toEqual(advice)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it('advice on one item does not depend on those after it, but for acronyms, terms and grammar', () => {
    fc.assert(
      fc.property(item, fc.array(item, { maxLength: 3 }), (one, others) => {
        const own = readItem({ ...one, id: 'own' })
        const ownKinds = (items: typeof others) =>
          adviceOn(
            own,
            readDraft([own, ...items.map((other, index) => readItem({ ...other, id: String(index) }))]),
          ).filter(({ kind }) => kind !== 'acronym' && kind !== 'term' && kind !== 'grammar')
        expect(ownKinds(others)).toEqual(ownKinds([]))
      }),
      { seed: SEED, numRuns: 100 },
    )
  })
})

describe('hostile texts', () => {
  // One sentence without an end, of words that begin phrases. Twice the words may cost some four times at the very
  // most; what grows with the square of the words would cost minutes here.
  it.each([
    'States ',
    'are ',
    'and to ',
    'States should and ',
    'to protect and ',
    'NRM (',
    'Se insta a los ',
    'ينبغي أن ',
  ])('%s, without end, is read within two seconds', (unit) => {
    const words = unit.repeat(100_000)
    const began = performance.now()
    const reading = readItem({ id: 'a', type: 'recommendation', lang: null, words })
    adviceOn(reading, readDraft([reading]))
    expect(performance.now() - began).toBeLessThan(2000)
  })

  it('who is asked is found in time that grows with the words', () => {
    const time = (count: number): number => {
      const words = 'States should and are urged to of '.repeat(count)
      const began = performance.now()
      addresseesOf(words, 'en')
      return performance.now() - began
    }
    time(500)
    expect(time(4_000)).toBeLessThan(4000)
  })
})

describe('the languages’ words', () => {
  it.each(ADVISED_LANGUAGES)('%s has a ladder of seven rungs', (lang) => {
    expect(ladderOf(lang)).toHaveLength(7)
  })

  it.each(ADVISED_LANGUAGES)('%s: names that compete are one concept of the lexicon', (lang) => {
    const read = termReader()
    for (const { concept, names } of TERM_VARIANTS[lang])
      for (const [name, phrases] of names)
        for (const phrase of [name, ...phrases.split(' | ')])
          expect(
            read(phrase, lang).terms.map((term) => term.concept?.id),
            phrase,
          ).toContain(concept)
  })
})
