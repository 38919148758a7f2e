import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ATTRIBUTION_LEVELS } from '../meeting/facts.ts'
import { NAME_LANGUAGES } from '../names/name-language.ts'
import { buildReport } from './build-report.ts'
import { type CreditRules, creditLabels, creditText } from './proposers.ts'
import type { Report, Section } from './report.ts'
import { input, item, MECHANISMS, MEETING, options, source, topic } from './testing/report-input.ts'

const TOPICS = new Map([
  ['t1', topic(1)],
  ['t2', topic(2, 'region')],
  ['t3', topic(3, 'participants')],
])

function rules(chosen: Partial<CreditRules> = {}): CreditRules {
  const { smallestGroup } = MEETING
  return {
    attribution: 'country',
    topics: TOPICS,
    naming: { mechanisms: MECHANISMS, smallestGroup, language: 'en' },
    ...chosen,
  }
}

const inLanguage = (language: (typeof NAME_LANGUAGES)[number]): CreditRules => {
  return rules({ naming: { ...rules().naming, language } })
}

function credits({ sections }: Report): string[] {
  return sections.flatMap(creditsOf)
}

function creditsOf({ content }: Section): string[] {
  return content.flatMap((part) =>
    part.kind === 'section'
      ? creditsOf(part)
      : part.inlines.flatMap((inline) => (inline.kind === 'credit' ? inline.labels : [])),
  )
}

const anySource = fc
  .tuple(
    fc.constantFrom('t1', 't2', 't3', 'gone'),
    fc.constantFrom('m:bel', 'm:fin', 'm:swe', 'm:nga', 'm:irn', 'm:fin,m:irn', 'm:gone', 'chair', ''),
    fc.constantFrom(...ATTRIBUTION_LEVELS),
  )
  .map((parts) => source(parts.join(' ')))

describe('proposers of an item', () => {
  test('stand alphabetically in the document’s language, each once, and names that hold brackets stay whole', () => {
    const sources = ['t1 m:fin', 't1 m:irn', 't1 m:bel', 't1 m:fin'].map(source)
    const labels = creditLabels(rules(), sources)
    expect(labels).toEqual(['Belgium', 'Finland', 'Iran (Islamic Republic of)'])
    expect(creditText('en', labels, 'ltr')).toBe('(Belgium); (Finland); (Iran (Islamic Republic of))')
    const swedish = ['t1 m:swe', 't1 m:bel', 't1 m:fin'].map(source)
    expect(creditLabels(inLanguage('fr'), swedish)).toEqual(['Belgique', 'Finlande', 'Suède'])
    expect(creditLabels(inLanguage('ar'), swedish)).toEqual(['السويد', 'بلجيكا', 'فنلندا'])
  })

  test('[EX1] a region of fewer than k mechanisms is not said', () => {
    const region = rules({ attribution: 'region' })
    expect(creditLabels(region, [source('t1 m:fin'), source('t1 m:nga')])).toEqual([
      'Europe',
      'several participants',
    ])
    expect(creditLabels(region, [source('t3 m:fin')])).toEqual(['several participants'])
  })

  test('[EX1] a page that shows a level says what a document made at it says', () => {
    fc.assert(
      fc.property(
        fc.array(anySource, { maxLength: 6 }),
        fc.constantFrom(...ATTRIBUTION_LEVELS),
        fc.constantFrom(...NAME_LANGUAGES),
        (sources, attribution, language) => {
          const given = input([item('a', 't1', 'Act.')], {
            topics: [...TOPICS],
            provenance: new Map([['a', { sources, itemHash: 'h' }]]),
          })
          const document = credits(buildReport(given, options({ attribution, language })))
          const shown = creditLabels(
            { ...rules({ attribution }), naming: { ...rules().naming, language } },
            sources,
          )
          expect(document).toEqual(shown)
          expect(new Set(shown).size).toBe(shown.length)
        },
      ),
    )
  })

  test('[EX1] nobody is told at the level none, and nothing of a topic that is gone', () => {
    fc.assert(
      fc.property(fc.array(anySource), (sources) => {
        expect(creditLabels(rules({ attribution: 'none' }), sources)).toEqual([])
        const gone = sources.map((each) => ({ ...each, topic: 'gone' }))
        expect(creditLabels(rules({ attribution: 'named' }), gone)).toEqual([])
      }),
    )
  })
})
