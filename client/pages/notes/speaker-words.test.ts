import { describe, expect, it } from 'vitest'
import type { MechanismFact } from '../../../shared/meeting/facts.ts'
import { guestChoice, speakerChoices, speakerWords } from './speaker-words.ts'

function mechanism(code: string, shortName: string, country: string | null = null): MechanismFact {
  return { code, country, name: `The ${shortName}`, shortName, region: 'Europe' }
}

const MECHANISMS = new Map([
  ['nld', mechanism('NLD', 'National Rapporteur')],
  ['aut', mechanism('AUT', 'National Coordinator')],
  ['x', mechanism('XXA', 'The Office', '')],
])
const TERMS = { guest: 'Guest', unknown: 'Not in this meeting' }

describe('who a line names', () => {
  it.each<[string, string, string]>([
    ['m:nld', 'Netherlands', 'National Rapporteur'],
    ['m:nld,m:aut', 'Netherlands, Austria', ''],
    ['m:x', 'The Office', ''],
    ['m:gone', 'Not in this meeting', ''],
    ['chair', 'Chair', ''],
    ['guest:Ama Mensah', 'Ama Mensah', 'Guest'],
    ['nonsense', 'Not in this meeting', ''],
  ])('%s is %s', (speaker, name, detail) => {
    expect(speakerWords(speaker, MECHANISMS, 'en', TERMS)).toEqual({ name, detail })
  })

  it('is said in the reader’s language', () => {
    expect(speakerWords('m:nld', MECHANISMS, 'fr', TERMS).name).toBe('Pays-Bas')
    expect(speakerWords('chair', MECHANISMS, 'ar', TERMS).name).toBe('الرئاسة')
  })
})

describe('who may be picked', () => {
  it('mechanisms by country in the reader’s alphabet, then the chair', () => {
    expect(speakerChoices(MECHANISMS, 'en').map(({ value }) => value)).toEqual([
      'm:aut',
      'm:nld',
      'm:x',
      'chair',
    ])
    expect(speakerChoices(MECHANISMS, 'es').map(({ name }) => name)).toEqual([
      'Austria',
      'Países Bajos',
      'The Office',
      'Presidencia',
    ])
  })

  it('a guest by the name that was typed', () => {
    expect(guestChoice(' Ama Mensah ', TERMS)).toMatchObject({
      value: 'guest:Ama Mensah',
      name: 'Ama Mensah',
    })
  })
})
