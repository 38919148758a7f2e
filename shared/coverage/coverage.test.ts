import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MechanismFact, ProvenanceFact } from '../meeting/facts.ts'
import { isBlank } from '../notes/intervention.ts'
import type { Block } from '../text/block.ts'
import { renderBlocks } from '../text/render.ts'
import { flatText } from '../text/testing/flat-text.ts'
import { type CoverageInput, countLed, coverageOf } from './coverage.ts'

function mechanism(code: string, region: string): MechanismFact {
  return { code, country: null, name: code, shortName: '', region }
}

const MECHANISMS = new Map([
  ['fi', mechanism('FIN', 'Europe')],
  ['fr', mechanism('FRA', 'EUROPE')],
  ['ng', mechanism('NGA', 'Africa')],
  ['xx', mechanism('XXX', '')],
])

function notes(...lines: string[]): Block[] {
  return renderBlocks(flatText(lines))
}

/** `t1/a m:fi` behind an item. */
function provenance(of: Readonly<Record<string, readonly string[]>>): Map<string, ProvenanceFact> {
  return new Map(
    Object.entries(of).map(([item, written]) => {
      const sources = written.map((each) => {
        const [place = '', speaker = ''] = each.split(' ')
        const [topic = '', ...blocks] = place.split('/')
        return { topic, blocks, hash: 'h', speaker, attribution: 'country' as const, merge: 1 }
      })
      return [item, { sources, itemHash: 'h' }]
    }),
  )
}

function input(given: Partial<CoverageInput>): CoverageInput {
  return { topics: [], mechanisms: MECHANISMS, provenance: new Map(), standing: new Set(), ...given }
}

const NOTES = notes(
  'a lead speaker=m:fi kind=recommendation|Act',
  'b speaker=m:fi kind=recommendation|Act again',
  'c lead speaker=m:fr kind=trend|It grows',
  'd lead speaker=m:ng kind=recommendation|Act too',
  'e speaker=m:ng|And more',
  'f lead speaker=m:ng|',
)

describe('[MG5] coverage', () => {
  test('tells interventions whose recommendations led nowhere from others that did, and from those that led on', () => {
    const given = input({
      topics: [{ id: 't1', notes: NOTES }],
      provenance: provenance({ i1: ['t1/a m:fi'], i2: ['t1/d/e m:ng'] }),
      standing: new Set(['i1', 'i2']),
    })
    const { interventions } = coverageOf(given)
    const told = interventions.map(({ id, led, lost, items, kinds }) => ({
      id,
      led,
      lost: lost.map((passage) => passage.id),
      items,
      kinds,
    }))
    expect(told).toEqual([
      { id: 'a', led: 'recommendation', lost: ['b'], items: ['i1'], kinds: ['recommendation'] },
      { id: 'c', led: 'other', lost: [], items: [], kinds: ['trend'] },
      { id: 'd', led: 'led', lost: [], items: ['i2'], kinds: ['recommendation'] },
    ])
    expect(countLed(interventions)).toEqual({ led: 1, recommendation: 1, other: 1 })
  })

  test('an item that does not stand leads nowhere', () => {
    const given = input({
      topics: [{ id: 't1', notes: NOTES }],
      provenance: provenance({ i2: ['t1/d/e m:ng'] }),
    })
    expect(countLed(coverageOf(given).interventions)).toEqual({ led: 0, recommendation: 2, other: 1 })
  })

  test('names mechanisms and regions behind nothing; one region may be written in two ways', () => {
    const given = input({ provenance: provenance({ i1: ['t1/a m:fi,m:xx'] }), standing: new Set(['i1']) })
    const { mechanisms, regions } = coverageOf(given)
    expect(mechanisms.filter(({ items }) => items.length === 0).map(({ id }) => id)).toEqual(['fr', 'ng'])
    expect(regions).toEqual([
      { region: 'Europe', mechanisms: ['fi', 'fr'], items: ['i1'] },
      { region: 'Africa', mechanisms: ['ng'], items: [] },
    ])
  })

  const speaker = fc.constantFrom('', 'm:fi', 'm:fr', 'm:ng', 'm:fi,m:ng', 'chair')
  const anyLine = fc.record({
    speaker,
    lead: fc.boolean(),
    kind: fc.constantFrom('', 'trend', 'recommendation'),
    words: fc.constantFrom('', 'Some words'),
  })
  const anyNotes = fc.array(anyLine, { maxLength: 12 }).map((lines) =>
    notes(
      ...lines.map(({ speaker: who, lead, kind, words }, index) => {
        return `b${index} ${lead ? 'lead ' : ''}speaker=${who} kind=${kind}|${words}`
      }),
    ),
  )
  const anyProvenance = fc
    .dictionary(
      fc.constantFrom('i1', 'i2', 'i3'),
      fc.array(
        fc
          .tuple(fc.constantFrom('t1', 't2'), fc.nat(11), speaker)
          .map(([topic, block, who]) => `${topic}/b${block} ${who}`),
        { maxLength: 3 },
      ),
    )
    .map(provenance)

  test('counts every intervention that has words once, and each of its lines in it alone', () => {
    fc.assert(
      fc.property(anyNotes, anyNotes, anyProvenance, (first, second, given) => {
        const topics = [
          { id: 't1', notes: first },
          { id: 't2', notes: second },
        ]
        const all = input({ topics, provenance: given, standing: new Set(['i1', 'i2']) })
        const { interventions } = coverageOf(all)
        const counts = Object.values(countLed(interventions)).reduce((sum, count) => sum + count, 0)
        expect(counts).toBe(interventions.length)
        const lines = interventions.flatMap(({ topic, spoken }) => spoken.map(({ id }) => `${topic}/${id}`))
        const written = topics.flatMap(({ id, notes: own }) =>
          own.filter((line) => !isBlank(line)).map((line) => `${id}/${line.id}`),
        )
        expect(lines).toEqual(written)
        const byTopic = topics.flatMap(({ id }) => coverageOf(all, id).interventions)
        expect(byTopic).toHaveLength(interventions.length)
      }),
    )
  })

  test('a mechanism is behind an item iff a source says so', () => {
    fc.assert(
      fc.property(anyProvenance, (given) => {
        const standing = new Set(['i1', 'i2'])
        for (const { id, items } of coverageOf(input({ provenance: given, standing })).mechanisms) {
          for (const item of ['i1', 'i2', 'i3']) {
            const sources = given.get(item)?.sources ?? []
            const isSaid = sources.some((source) => source.speaker?.split(',').includes(`m:${id}`))
            expect(items.includes(item)).toBe(isSaid && standing.has(item))
          }
        }
      }),
    )
  })
})
