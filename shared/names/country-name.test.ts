import { describe, expect, test } from 'vitest'
import type { MechanismFact } from '../meeting/facts.ts'
import { countryName, countryOf, sortMechanisms } from './country-name.ts'
import { alpha2Of, COUNTRY_CODES } from './iso-countries.ts'
import { NAME_LANGUAGES, parseNameLanguage } from './name-language.ts'
import { regionName } from './region-name.ts'

function mechanism(facts: Partial<MechanismFact>): MechanismFact {
  return { code: 'FIN', country: null, name: 'Ombudsman', shortName: 'Ombudsman', region: 'Europe', ...facts }
}

describe('country codes', () => {
  test('there are 249 alpha-3 codes, each with an alpha-2 code of its own', () => {
    expect(COUNTRY_CODES).toHaveLength(249)
    expect(COUNTRY_CODES.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true)
    const alpha2 = COUNTRY_CODES.map(alpha2Of)
    expect(new Set(alpha2).size).toBe(249)
    expect(alpha2.every((code) => /^[A-Z]{2}$/.test(String(code)))).toBe(true)
  })

  test('every code has a name in every language', () => {
    for (const language of NAME_LANGUAGES) {
      const unnamed = COUNTRY_CODES.filter(
        (code) => countryOf(mechanism({ code }), language) === alpha2Of(code),
      )
      expect(unnamed).toEqual([])
    }
  })

  test.each([
    ['AUT', 'AT'],
    ['PRT', 'PT'],
    ['SVK', 'SK'],
    ['CHE', 'CH'],
    ['ARE', 'AE'],
    ['XXA', null],
    ['fin', null],
    ['constructor', null],
  ])('%s is %s', (alpha3, alpha2) => {
    expect(alpha2Of(alpha3)).toBe(alpha2)
  })
})

describe('names of countries', () => {
  test('a country is named in the language asked for', () => {
    const belgium = mechanism({ code: 'BEL' })
    expect(NAME_LANGUAGES.map((language) => countryName(belgium, language))).toEqual([
      'Belgium',
      'Belgique',
      'Bélgica',
      'بلجيكا',
    ])
  })

  test('the own text counts only where ISO 3166-1 has no such code', () => {
    expect(countryName(mechanism({ code: 'XXA', country: 'State A (fictional)' }), 'fr')).toBe(
      'State A (fictional)',
    )
    expect(countryName(mechanism({ code: 'BEL', country: 'Belgium' }), 'fr')).toBe('Belgique')
  })

  test('a mechanism of no country is listed by its short name', () => {
    const network = mechanism({ code: 'XEU', shortName: 'EU Coordinator' })
    expect(countryOf(network, 'en')).toBe(null)
    expect(countryName(network, 'en')).toBe('EU Coordinator')
  })

  test('mechanisms are listed by country in the order of the language, those of one country by name', () => {
    const mechanisms = new Map([
      ['swe', mechanism({ code: 'SWE' })],
      ['fin-b', mechanism({ code: 'FIN', name: 'B' })],
      ['fin-a', mechanism({ code: 'FIN', name: 'A' })],
      ['deu', mechanism({ code: 'DEU' })],
      ['ala', mechanism({ code: 'ALA' })],
    ])
    const order = (language: 'en' | 'es'): string[] => sortMechanisms(mechanisms, language).map(([id]) => id)
    expect(order('en')).toEqual(['ala', 'fin-a', 'fin-b', 'deu', 'swe'])
    expect(order('es')).toEqual(['deu', 'fin-a', 'fin-b', 'ala', 'swe'])
  })
})

test.each([
  ['en', 'en'],
  ['fr-CA', 'fr'],
  ['AR', 'ar'],
  ['de', null],
  ['', null],
  [7, null],
])('the tag %s asks for the words of %s', (tag, language) => {
  expect(parseNameLanguage(tag)).toBe(language)
})

test.each([
  ['Middle East and North Africa', 'fr', 'Moyen-Orient et Afrique du Nord'],
  ['africa', 'ar', 'أفريقيا'],
  ['Afrique', 'en', 'Africa'],
  [' (fictional) ', 'fr', '(fictional)'],
] as const)('the region %s reads in %s as %s', (region, language, name) => {
  expect(regionName(region, language)).toBe(name)
})
