import { expect, test } from 'vitest'
import type { MechanismFact } from '../../shared/meeting/facts.ts'
import { speakerWords } from './speaker-words.ts'

function mechanism(code: string, country: string | null): MechanismFact {
  return {
    code,
    country,
    name: 'National Rapporteur on Trafficking',
    shortName: 'National Rapporteur',
    region: '',
  }
}

const mechanisms = new Map([
  ['fi', mechanism('FIN', null)],
  ['be', mechanism('BEL', null)],
  ['xa', mechanism('XXA', 'State A (fictional)')],
  ['un', mechanism('XXB', null)],
])

test.each([
  ['m:fi', 'en', { name: 'Finland', mechanism: 'National Rapporteur' }],
  ['m:fi', 'fr', { name: 'Finlande', mechanism: 'National Rapporteur' }],
  ['m:xa', 'en', { name: 'State A (fictional)', mechanism: 'National Rapporteur' }],
  ['m:un', 'en', { name: 'National Rapporteur', mechanism: null }],
  ['m:fi,m:be', 'en', { name: 'Finland, Belgium', mechanism: null }],
  ['m:fi,m:be', 'ar', { name: 'فنلندا، بلجيكا', mechanism: null }],
  ['chair', 'es', { name: 'Presidencia', mechanism: null }],
  ['guest:Ms Roe', 'en', { name: 'Ms Roe', mechanism: null }],
  ['m:gone', 'en', null],
  [null, 'en', null],
] as const)('%s reads in %s as %j', (speaker, language, expected) => {
  expect(speakerWords(speaker, mechanisms, language)).toEqual(expected)
})
