import { expect, test } from 'vitest'
import type { SourceFact } from '../../../shared/meeting/facts.ts'
import { proposersOf } from './proposers.ts'

function said(...speakers: (string | null)[]): SourceFact[] {
  return speakers.map((speaker, index) => ({
    topic: 't1',
    blocks: [`b${index}`],
    hash: '',
    speaker,
    attribution: 'participants',
    merge: 1,
  }))
}

const english: Record<string, string> = { fi: 'Finland', fi2: 'Finland', be: 'Belgium', at: 'Austria' }
const spanish: Record<string, string> = {
  es: 'España',
  eg: 'Egipto',
  ee: 'Estonia',
  ch: 'Chile',
  cr: 'Croacia',
}

test('each country stands once, alphabetical, whatever level leaves the meeting', () => {
  expect(proposersOf(said('m:fi', 'm:be', 'm:fi2'), (id) => english[id] ?? null, 'en')).toEqual([
    'Belgium',
    'Finland',
  ])
})

test('the order is the interface language’s', () => {
  const names = proposersOf(said('m:cr', 'm:es', 'm:ee', 'm:ch', 'm:eg'), (id) => spanish[id] ?? null, 'es')
  expect(names).toEqual(['Chile', 'Croacia', 'Egipto', 'España', 'Estonia'])
  const arabic: Record<string, string> = { n: 'نيجيريا', f: 'فنلندا', b: 'بلجيكا' }
  expect(proposersOf(said('m:n', 'm:f', 'm:b'), (id) => arabic[id] ?? null, 'ar')).toEqual([
    'بلجيكا',
    'فنلندا',
    'نيجيريا',
  ])
})

test('several who spoke together all propose', () => {
  expect(proposersOf(said('m:fi,m:at'), (id) => english[id] ?? null, 'en')).toEqual(['Austria', 'Finland'])
})

test('chair, guests, nobody and mechanisms that are not known propose nothing', () => {
  expect(
    proposersOf(said('chair', 'guest:Ms Roe', null, 'm:gone'), (id) => english[id] ?? null, 'en'),
  ).toEqual([])
})
