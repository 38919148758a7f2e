import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Burst, type Noted, sameNotings, sharedWords } from './same-intervention.ts'

const NOW = 1_000_000
const SECOND = 1000

/** Somebody who has typed from `first` seconds ago until `last` seconds ago. */
function go(first: number, last = 0): Burst {
  return { first: NOW - first * SECOND, last: NOW - last * SECOND }
}

function noted(id: string, by: Record<string, Burst>, other: Partial<Noted> = {}): Noted {
  const bursts = Object.values(by).map(({ first }) => first)
  const from = other.from ?? 0
  return {
    id,
    speaker: 'm:bel',
    words: '',
    from,
    to: from,
    begun: Math.min(...bursts),
    by: new Map(Object.entries(by)),
    ...other,
  }
}

const MINE = noted('a', { me: go(20) })
const THEIRS = noted('b', { kaya: go(18) }, { from: 4, to: 5 })

function found(...all: Noted[]): string[] {
  return sameNotings(all, 'me', NOW).map(({ mine, theirs, member, lines }) =>
    [mine, theirs, member, lines].join(' '),
  )
}

describe('two people who note the same intervention', () => {
  it('are told of one another: one speaker, near, both at it', () => {
    expect(found(MINE, THEIRS)).toEqual(['a b kaya 4'])
  })

  it('are told where the other one stands, above or below', () => {
    const above = noted('b', { kaya: go(18) }, { from: 2 })
    expect(found(above, noted('a', { me: go(20) }, { from: 5 }))).toEqual(['a b kaya -3'])
  })

  it('are told when nobody has said who speaks, but the words are much the same', () => {
    const words = 'States should publish an annual report to parliament with a reply of the Government'
    const mine = noted('a', { me: go(20) }, { speaker: null, words })
    const theirs = noted('b', { kaya: go(18) }, { from: 9, words: `Belgium says ${words.toLowerCase()}.` })
    expect(found(mine, theirs)).toEqual(['a b kaya 9'])
  })

  it('are told of the nearest, once', () => {
    const further = noted('c', { petrov: go(15) }, { from: 9 })
    expect(found(MINE, further, THEIRS)).toEqual(['a b kaya 4'])
  })
})

describe('no hint', () => {
  it.each<[string, Noted[]]>([
    ['for one person alone', [MINE, noted('b', { me: go(10) }, { from: 3 })]],
    ['for two others', [noted('a', { moreau: go(20) }), THEIRS]],
    ['in one intervention that two write', [noted('a', { me: go(20), kaya: go(15) })]],
    [
      'where the other one types in mine as well: they know of it',
      [noted('a', { me: go(20), kaya: go(5) }), THEIRS],
    ],
    ['where I type in theirs as well', [MINE, noted('b', { kaya: go(18), me: go(3) }, { from: 4 })]],
    ['for another speaker', [MINE, noted('b', { kaya: go(18) }, { from: 4, speaker: 'm:chl' })]],
    [
      'where nobody has said who speaks, in other words',
      [
        noted(
          'a',
          { me: go(20) },
          { speaker: null, words: 'we lack data on victims who are not identified' },
        ),
        noted(
          'b',
          { kaya: go(18) },
          { speaker: null, words: 'the office has no operational tasks of its own' },
        ),
      ],
    ],
    ['where the two stand far apart', [MINE, noted('b', { kaya: go(18) }, { from: 30 })]],
    [
      'for the same words far apart',
      [
        noted('a', { me: go(20) }, { words: 'one two three four five six seven' }),
        noted('b', { kaya: go(18) }, { words: 'one two three four five six seven', from: 90 }),
      ],
    ],
    ['for the second turn of one speaker', [MINE, noted('b', { kaya: go(200, 1) }, { from: 4 })]],
    [
      'after the other one has finished, before I began',
      [MINE, noted('b', { kaya: go(50, 25) }, { from: 4 })],
    ],
    [
      'where the other one has not typed for long',
      [noted('a', { me: go(80) }), noted('b', { kaya: go(78, 70) })],
    ],
    ['where I have not typed for long', [noted('a', { me: go(80, 65) }), noted('b', { kaya: go(78) })]],
    [
      'in what stood there before anybody looked',
      [MINE, noted('b', { kaya: go(18) }, { from: 4, begun: null })],
    ],
  ])('%s', (_, all) => {
    expect(found(...all)).toEqual([])
  })
})

describe('the share of words', () => {
  it.each<[string, string, string, number]>([
    ['is whole for a part of the other', 'a b c d e f', 'x a b c d e f y', 1],
    ['is nothing for a few words', 'thank you chair', 'thank you chair', 0],
    ['counts pairs: the same words in another order are others', 'a b c d e f', 'f e d c b a', 0],
    [
      'is small for two recommendations that are alike only in their form',
      'States should give the mechanism a legal basis and a budget of its own',
      'States should give a reply to the annual report within six months',
      2 / 11,
    ],
  ])('%s', (_, one, other, expected) => {
    expect(sharedWords(one, other)).toBeCloseTo(expected)
    expect(sharedWords(other, one)).toBeCloseTo(expected)
  })

  it('reads accents, case and Arabic letter forms as one', () => {
    expect(sharedWords('Les États à la même ligne très tôt', 'les etats a la meme ligne tres tot')).toBe(1)
    expect(
      sharedWords('أن تنشر الدولة تقريرا سنويا إلى البرلمان', 'ان تنشر الدوله تقريرا سنويا الى البرلمان'),
    ).toBe(1)
  })
})

/** fast-check prints it again with a counterexample. */
const SEED = 20130524
const OPTIONS = { seed: SEED, numRuns: 500 }

const burst = fc
  .tuple(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 150 }))
  .map(([one, other]) => go(Math.max(one, other), Math.min(one, other)))
const notes = fc.array(
  fc.record({
    speaker: fc.constantFrom(null, 'm:bel', 'm:chl'),
    words: fc.constantFrom('', 'one two three four five six seven', 'one two three four five six'),
    from: fc.integer({ min: 0, max: 60 }),
    begun: fc.option(fc.integer({ min: NOW - 200 * SECOND, max: NOW })),
    by: fc
      .dictionary(fc.constantFrom('me', 'kaya', 'petrov'), burst)
      .map((by) => new Map(Object.entries(by))),
  }),
  { maxLength: 6 },
)

describe(`properties (seed ${SEED})`, () => {
  const named = notes.map((all) =>
    all.map((each, index): Noted => ({ ...each, id: `i${index}`, to: each.from })),
  )

  it('nobody is told of themselves, of what they write, or of more than one for an intervention', () => {
    fc.assert(
      fc.property(named, (all) => {
        const hints = sameNotings(all, 'me', NOW)
        expect(new Set(hints.map(({ mine }) => mine)).size).toBe(hints.length)
        for (const { mine, theirs, member } of hints) {
          expect(member).not.toBe('me')
          expect(all.find(({ id }) => id === mine)?.by.has(member)).toBe(false)
          expect(all.find(({ id }) => id === theirs)?.by.has('me')).toBe(false)
        }
      }),
      OPTIONS,
    )
  })

  it('where two people write, what the one is told of the other, the other is told of somebody', () => {
    fc.assert(
      fc.property(named, (all) => {
        const two = all.map((each) => ({
          ...each,
          by: new Map([...each.by].filter(([who]) => who !== 'petrov')),
        }))
        const mine = sameNotings(two, 'me', NOW)
        const theirs = new Set(sameNotings(two, 'kaya', NOW).map((hint) => hint.mine))
        for (const hint of mine) expect(theirs.has(hint.theirs)).toBe(true)
      }),
      OPTIONS,
    )
  })

  it('what hour it is does not matter, and a minute after the last word nothing is told', () => {
    fc.assert(
      fc.property(named, fc.integer({ min: 1, max: 10 ** 9 }), (all, ms) => {
        const later = all.map((each) => ({
          ...each,
          begun: each.begun === null ? null : each.begun + ms,
          by: new Map(
            [...each.by].map(([who, { first, last }]) => [who, { first: first + ms, last: last + ms }]),
          ),
        }))
        expect(sameNotings(later, 'me', NOW + ms)).toEqual(sameNotings(all, 'me', NOW))
        expect(sameNotings(all, 'me', NOW + 61 * SECOND)).toEqual([])
      }),
      OPTIONS,
    )
  })
})
