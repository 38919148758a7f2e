import { describe, expect, test } from 'vitest'
import type { Speaker } from '../meeting/attribution.ts'
import { ATTRIBUTION_LEVELS, type MechanismFact } from '../meeting/facts.ts'
import { attributionLabel, type Naming, speakerLabel } from './attribution-label.ts'

function mechanism(code: string, region: string, facts: Partial<MechanismFact> = {}): MechanismFact {
  return { code, country: null, name: `Body of ${code}`, shortName: code, region, ...facts }
}

const mechanisms = new Map([
  ['bel', mechanism('BEL', 'Europe')],
  ['fin', mechanism('FIN', 'Europe')],
  ['fin2', mechanism('FIN', 'europe ')],
  ['jor', mechanism('JOR', 'Middle East')],
  ['egy', mechanism('EGY', 'Middle East')],
  ['eu', mechanism('XEU', 'Europe', { name: 'EU Coordinator' })],
  ['xxa', mechanism('XXA', '', { country: 'State A (fictional)' })],
])
const naming: Naming = { mechanisms, smallestGroup: 3, language: 'en' }
const said = (id: string): Speaker => ({ kind: 'mechanism', id })
const chair: Speaker = { kind: 'chair' }
const guest: Speaker = { kind: 'guest', name: 'Dr Ada Eze' }

describe('what is said of a speaker', () => {
  // From the level that tells most to the one that tells nothing.
  test.each<[string, Speaker, (string | null)[]]>([
    ['a mechanism', said('bel'), ['Belgium, Body of BEL', 'Belgium', 'Europe', 'several participants', null]],
    [
      'a mechanism of a small region',
      said('jor'),
      ['Jordan, Body of JOR', 'Jordan', 'several participants', 'several participants', null],
    ],
    [
      'a mechanism of no country',
      said('eu'),
      ['EU Coordinator', 'Europe', 'Europe', 'several participants', null],
    ],
    [
      'a mechanism of no region',
      said('xxa'),
      [
        'State A (fictional), Body of XXA',
        'State A (fictional)',
        'several participants',
        'several participants',
        null,
      ],
    ],
    ['the chair', chair, ['Chair', 'Chair', 'several participants', 'several participants', null]],
    [
      'a guest',
      guest,
      ['Dr Ada Eze', 'several participants', 'several participants', 'several participants', null],
    ],
    ['nobody we know', said('gone'), [...Array(4).fill('several participants'), null]],
  ])('of %s', (_, speaker, labels) => {
    expect(ATTRIBUTION_LEVELS.map((level) => speakerLabel(speaker, level, naming)?.text ?? null)).toEqual(
      labels,
    )
  })

  test.each([
    [2, 'Middle East'],
    [3, 'several participants'],
    [8, null],
  ])('a region of 2 in a meeting of 7 reads, with k = %i, as %s', (smallestGroup, label) => {
    expect(attributionLabel([said('jor')], 'region', { ...naming, smallestGroup })).toBe(label)
  })
})

describe('who spoke together', () => {
  test('is listed once each, alphabetically in the language, the words for anybody last', () => {
    const speakers = [said('gone'), said('fin2'), said('fin'), said('xxa'), said('jor'), said('bel')]
    expect(attributionLabel(speakers, 'country', naming)).toBe(
      'Belgium, Finland, Jordan, State A (fictional), several participants',
    )
    expect(attributionLabel([said('fin'), said('bel')], 'country', { ...naming, language: 'ar' })).toBe(
      'بلجيكا، فنلندا',
    )
  })

  test('is nobody at the level none, and where nobody spoke', () => {
    expect(attributionLabel([said('fin'), chair, guest], 'none', naming)).toBe(null)
    expect(attributionLabel([], 'named', naming)).toBe(null)
  })
})
