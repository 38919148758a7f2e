import { describe, expect, it } from 'vitest'
import { guessLanguage } from './guess-language.ts'

describe('the language of a passage is guessed', () => {
  it.each<[string, string | null]>([
    ['The number of cases has risen since the ban, and most of them go unreported.', 'en'],
    ['Le nombre des cas a augmenté depuis que la loi est en vigueur.', 'fr'],
    ['L’État n’a pas donné suite à la recommandation du mécanisme.', 'fr'],
    ['El número de los casos ha aumentado desde que la ley está en vigor.', 'es'],
    ['O número dos casos não aumentou desde que a lei está em vigor.', 'pt'],
    ['Die Zahl der Fälle ist seit dem Verbot nicht gestiegen.', 'de'],
    ['Il numero dei casi è aumentato e la legge non si applica.', 'it'],
    ['Het aantal gevallen is gestegen en dat van de meldingen niet.', 'nl'],
    ['ارتفع عدد الحالات منذ صدور القانون.', 'ar'],
    ['شمار موارد از زمان تصویب قانون گزارش شد چون', 'fa'],
    ['Число случаев выросло после запрета.', 'ru'],
    ['Кількість випадків зросла після заборони.', 'uk'],
    ['案件数量有所增加。', 'zh'],
    ['件数は増加した。', 'ja'],
    ['UNDP قدم البرنامج تقريره', 'ar'],
    // Too little to tell by.
    ['', null],
    ['Finland', null],
    ['Nine girls were found', null],
    ['Amnesty International, Human Rights Watch, Terre des Hommes', null],
    ['12:30–14:00', null],
    ['\uFFFC', null],
  ])('%s: %s', (text, expected) => {
    expect(guessLanguage(text)).toBe(expected)
  })
})
