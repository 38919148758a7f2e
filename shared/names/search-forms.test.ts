import { describe, expect, test } from 'vitest'
import type { MechanismFact } from '../meeting/facts.ts'
import { fold } from './fold.ts'
import { matchesSearch, searchForms } from './search-forms.ts'

describe('folding', () => {
  test.each([
    ['Côte d’Ivoire', 'cote d ivoire'],
    ['TÜRKİYE', 'turkiye'],
    ['Åland', 'aland'],
    ['Færøerne, Łódź, Straße', 'faeroerne lodz strasse'],
    ['إيران', 'ايران'],
    ['الأُرْدُنّ', 'الاردن'],
    ['آسيا', 'اسيا'],
    ['كوريا الجنوبيـــة', 'كوريا الجنوبيه'],
    ['مصطفى', 'مصطفي'],
    ['ایران', 'ايران'],
    ['٢٠١٣', '2013'],
    ['  (a)\u200F b ', 'a b'],
    ['', ''],
  ])('%s is searched as %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })
})

const netherlands: MechanismFact = {
  code: 'NLD',
  country: null,
  name: 'National Rapporteur on Trafficking in Human Beings',
  shortName: 'Dutch Rapporteur',
  region: 'Europe',
}
const kingdom: MechanismFact = {
  ...netherlands,
  code: 'GBR',
  name: 'Inter-Departmental Group',
  shortName: '',
}
const fictional: MechanismFact = { ...kingdom, code: 'XXA', country: 'State A (fictional)' }

describe('finding a mechanism', () => {
  test.each([
    [
      netherlands,
      ['Netherlands', 'ne', 'pays', 'bas', 'Países', 'هولندا', 'nl', 'NLD', 'dutch', 'TRAFFICKING'],
    ],
    [kingdom, ['gb', 'royaume', 'kingdom', 'united k', 'UNITED  KINGDOM', 'المملكة', 'مملكه']],
    [fictional, ['state a', 'fictional', 'xxa']],
    [netherlands, ['']],
  ])('%o is found by each of %o', (mechanism, typed) => {
    const forms = searchForms(mechanism)
    expect(typed.filter((text) => !matchesSearch(forms, text))).toEqual([])
  })

  test.each([
    [netherlands, ['etherlands', 'rapporteur in', 'eu', 'ld']],
    [kingdom, ['k united', 'ingdom', 'british']],
  ])('%o is not found by any of %o', (mechanism, typed) => {
    const forms = searchForms(mechanism)
    expect(typed.filter((text) => matchesSearch(forms, text))).toEqual([])
  })

  test('every form stands once and is folded', () => {
    const forms = searchForms(netherlands)
    expect(new Set(forms).size).toBe(forms.length)
    expect(forms.map(fold)).toEqual(forms)
  })
})
