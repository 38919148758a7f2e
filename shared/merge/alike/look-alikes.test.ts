import { describe, expect, it } from 'vitest'
import { textHash } from '../../text/text-hash.ts'
import { type AlikeEntry, indexEntries } from './alike-index.ts'
import { termName } from './explain.ts'
import { alikeTo, lookAlikes } from './look-alikes.ts'

// Invented sentences.
const REPORT_FR =
  'Les États devraient prévoir un rapport annuel au Parlement, auquel le Gouvernement répond dans un délai fixé.'
const REPORT_EN =
  'Rapporteurs should present a report to the legislature once a year and receive a reply from the government.'
const MEETING_EN = 'An annual meeting of rapporteurs from all regions should be held.'
const INSPECTION_EN = 'Labour inspectors should be trained to identify victims on farms.'
const INSPECTION_AR = 'ينبغي تدريب مفتشي العمل على التعرف على ضحايا الاتجار بالأشخاص في القطاع الزراعي.'

function entry(id: string, words: string, lang: string | null, group?: string): AlikeEntry {
  return { id, topic: '1', words, lang, group }
}

const REPORTS = [entry('a', REPORT_FR, 'fr'), entry('b', REPORT_EN, 'en'), entry('c', MEETING_EN, 'en')]

describe('look-alikes', () => {
  it('[MG4] are found across languages, and a shared word alone is no reason', () => {
    const found = lookAlikes([...REPORTS, entry('d', INSPECTION_EN, 'en'), entry('e', INSPECTION_AR, 'ar')])
    expect(found.map(({ a, b }) => a.id + b.id).sort()).toEqual(['ab', 'de'])
  })

  it('[MG4] say which words mean the same, in both texts', () => {
    const [pair] = lookAlikes(REPORTS)
    const parliament = pair?.why.shared.find(({ concept }) => concept === 'parliament')
    expect(REPORT_FR.slice(parliament?.spanA.from, parliament?.spanA.to)).toBe('Parlement')
    expect(REPORT_EN.slice(parliament?.spanB.from, parliament?.spanB.to)).toBe('legislature')
    expect(parliament?.kind).toBe('same term')
    expect(termName('parliament', 'es')).toBe('parlamento')
    expect(pair?.why.isOneLanguage).toBe(false)
  })

  it('[MG4] find out the language of a text that names none', () => {
    const unnamed = REPORTS.map((one) => ({ ...one, lang: null }))
    expect(lookAlikes(unnamed).map(({ score }) => score)).toEqual(
      lookAlikes(REPORTS).map(({ score }) => score),
    )
  })

  it('[MG4] leave out what stands behind one item already, and what was dismissed with these words', () => {
    expect(lookAlikes([entry('a', REPORT_FR, 'fr', 'i1'), entry('b', REPORT_EN, 'en', 'i1')])).toEqual([])
    const dismissed = [{ a: textHash(REPORT_EN), b: textHash(REPORT_FR) }]
    expect(lookAlikes(REPORTS, { dismissed })).toEqual([])
    const changed = [entry('a', REPORT_FR, 'fr'), entry('b', `${REPORT_EN} Soon.`, 'en')]
    expect(lookAlikes(changed, { dismissed })).toHaveLength(1)
  })

  it('[MG4] are found for a text while somebody types it', () => {
    const index = indexEntries(REPORTS)
    const typed = { words: 'El relator debería presentar cada año un informe al Congreso', lang: 'es' }
    expect(alikeTo(index, typed).map(({ entry }) => entry.id)).toContain('b')
    expect(alikeTo(index, { words: '', lang: null })).toEqual([])
  })

  it('[MG4] give the nearest wording first: the same words in the same order', () => {
    const index = indexEntries([
      entry('a', 'Labour inspectors should visit farms and identify victims early.', 'en'),
      entry('b', 'Victims should be identified early when farms are visited by inspectors of labour.', 'en'),
    ])
    const typed = { words: 'Labour inspectors should visit farms and identify victims.', lang: 'en' }
    expect(alikeTo(index, typed)[0]?.entry.id).toBe('a')
  })
})

describe('hostile texts', () => {
  it.each([
    ['one word without an end', 'a'.repeat(100_000)],
    ['one word again and again', 'victims '.repeat(12_500)],
    ['a phrase again and again', 'national human rights '.repeat(4_500)],
    ['small words only', 'of the '.repeat(14_000)],
    ['Han characters without an end', '议'.repeat(33_000)],
    ['lone surrogates', '\ud800 \udc00'.repeat(30_000)],
    ['marks only', '\u0301'.repeat(100_000)],
    ['nothing', ''],
  ])('of %s are compared without harm', (_, words) => {
    const found = lookAlikes([entry('a', words, null), entry('b', words, null), ...REPORTS])
    expect(found.every(({ score }) => score > 0 && score <= 1)).toBe(true)
  })

  it('of hundreds that say the same give each its best few', () => {
    const same = Array.from({ length: 100 }, (_, place) => entry(`p${place}`, REPORT_EN, 'en'))
    expect(lookAlikes(same, { most: 1_000 }).length).toBeLessThanOrEqual(100 * 5)
  })
})
