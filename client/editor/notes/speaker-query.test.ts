import { describe, expect, it } from 'vitest'
import type { MechanismFact } from '../../../shared/meeting/facts.ts'
import { searchForms } from '../../../shared/names/search-forms.ts'
import {
  findSpeakers,
  matchIn,
  readSpeakerQuery,
  type SpeakerChoice,
  type TypedKey,
} from './speaker-query.ts'

function choice(code: string, name: string, shortName = 'National Rapporteur'): SpeakerChoice {
  const mechanism: MechanismFact = { code, country: null, name: shortName, shortName, region: 'Europe' }
  return { value: `m:${code.toLowerCase()}`, name, detail: shortName, forms: searchForms(mechanism) }
}

const CHOICES = [
  choice('AUT', 'Austria', 'Network Coordinator'),
  choice('CRI', 'Costa Rica'),
  choice('EGY', 'Egypt'),
  choice('FIN', 'Finland'),
  choice('NPL', 'Nepal'),
  choice('NLD', 'Netherlands'),
  choice('SRB', 'Serbia'),
]

function names(words: string, recent: readonly string[] = []): string[] {
  return findSpeakers(CHOICES, recent, words).map(({ name }) => name)
}

function typed(text: string): TypedKey[] {
  return [...text].map((each) => ({
    text: each,
    command: /[a-z0-9]/i.test(each) ? each.toLowerCase() : null,
  }))
}

function asks(text: string): string {
  const { words, matches, kind, awaitsKind } = readSpeakerQuery(typed(text), (words) =>
    findSpeakers(CHOICES, [], words),
  )
  return `${words}: ${matches.map(({ name }) => name).join(', ')} ${awaitsKind ? '?' : (kind ?? '-')}`
}

describe('the order of the picker', () => {
  it.each<[string, string, string[], string[]]>([
    ['alphabetical where nobody has spoken', 'ne', [], ['Nepal', 'Netherlands', 'Austria']],
    ['who spoke comes first', 'ne', ['m:nld'], ['Netherlands', 'Nepal', 'Austria']],
    ['the latest of those who spoke first', 'n', ['m:npl', 'm:nld'], ['Nepal', 'Netherlands']],
    ['a name before what is found by its mechanism', 'net', [], ['Netherlands', 'Austria']],
    ['a country in another language', 'pays', [], ['Netherlands']],
    ['a code', 'nl', [], ['Netherlands']],
    ['an Arabic name without its article and hamza', 'نمسا', [], ['Austria']],
    ['accents do not matter', 'aut', [], ['Austria']],
    ['nobody', 'xyz', [], []],
    ['signs alone ask for nobody', '…', [], []],
  ])('%s', (_, words, recent, expected) => {
    const found = names(words, recent)
    expect(found.slice(0, expected.length)).toEqual(expected)
    if (expected.length < 2) expect(found).toHaveLength(expected.length)
  })

  it('without words: who spoke, then all others', () => {
    expect(names('', ['m:srb', 'm:fin'])).toEqual([
      'Serbia',
      'Finland',
      'Austria',
      'Costa Rica',
      'Egypt',
      'Nepal',
      'Netherlands',
    ])
  })
})

describe('what the keys ask for', () => {
  it.each([
    ['fin', 'fin: Finland -'],
    ['fin ', 'fin: Finland ?'],
    ['fin r', 'fin: Finland recommendation'],
    ['fin 2', 'fin: Finland good-practice'],
    ['costa r', 'costa r: Costa Rica -'],
    ['cos r', 'cos: Costa Rica recommendation'],
    ['costa rica r', 'costa rica: Costa Rica recommendation'],
    [' r', ': Austria, Costa Rica, Egypt, Finland, Nepal, Netherlands, Serbia recommendation'],
    ['fin x', 'fin x:  -'],
    ['Finnish states', 'Finnish states:  -'],
  ])('%j', (text, expected) => {
    expect(asks(text)).toBe(expected)
  })

  it('on another layout the kind goes by the place of its key', () => {
    const keys: TypedKey[] = [
      { text: 'ف', command: 't' },
      { text: 'ن', command: 'k' },
      { text: ' ', command: null },
      { text: 'ق', command: 'r' },
    ]
    const { matches, kind } = readSpeakerQuery(keys, (words) => findSpeakers(CHOICES, [], words))
    expect([matches[0]?.name, kind]).toEqual(['Finland', 'recommendation'])
  })
})

describe('the letters to underline', () => {
  it.each<[string, string, string | null]>([
    ['Netherlands', 'ne', 'Ne'],
    ['Costa Rica', 'ri', 'Ri'],
    ['Côte d’Ivoire', 'cote', 'Côte'],
    ['Côte d’Ivoire', 'ivo', 'Ivo'],
    ['النمسا', 'الن', 'الن'],
    ['Netherlands', 'pays', null],
    ['Netherlands', '', null],
  ])('%s, %j', (name, words, expected) => {
    const range = matchIn(name, words)
    expect(range === null ? null : name.slice(range.from, range.to)).toBe(expected)
  })
})
