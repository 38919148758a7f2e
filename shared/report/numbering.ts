import type { NameLanguage } from '../names/name-language.ts'

// The abjad order, which the United Nations' Arabic documents count in; heh is written with a tail to be told from 5.
const ABJAD = 'أ ب ج د هـ و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ'.split(' ')
const ABJAD_NAMES =
  'ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون سين عين فاء صاد قاف راء شين تاء ثاء خاء ذال ضاد ظاء غين'.split(
    ' ',
  )
const ARABIC_CHAPTERS = 'أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا'.split(' ')
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

// In every language but Arabic, as the United Nations number what comes between (domain.md).
const ORDINALS = 'bis ter quater quinquies sexies septies octies novies decies'.split(' ')
const ARABIC_ORDINALS =
  'مكررا,مكررا ثانيا,مكررا ثالثا,مكررا رابعا,مكررا خامسا,مكررا سادسا,مكررا سابعا,مكررا ثامنا,مكررا تاسعا'.split(
    ',',
  )

/** Gives the number of a heading as it is written: I. → A. → 1.; in Arabic by words, as its documents do (EX3). */
export function headingNumber(level: 1 | 2 | 3, count: number, language: NameLanguage): string {
  if (language === 'ar') {
    const words = [ARABIC_CHAPTERS, ABJAD_NAMES, []][level - 1]
    return `${words?.[count - 1] ?? count} -`
  }
  if (level === 1) return `${roman(count).toUpperCase()}.`
  return level === 2 ? `${letter(count).toUpperCase()}.` : `${count}.`
}

/** Gives the number of a paragraph as it is written. Digits are Western in every language. */
export function paragraphNumber(count: number, language: NameLanguage, version = 0): string {
  const number = versionNumber(count, version, language)
  return language === 'ar' ? `${number}-` : `${number}.`
}

/** Gives the number of a version of a recommendation: 4, 4 bis, 4 ter; past *decies* they are counted (AD2). */
export function versionNumber(count: number, version: number, language: NameLanguage): string {
  if (version === 0) return String(count)
  const ordinal = (language === 'ar' ? ARABIC_ORDINALS : ORDINALS)[version - 1]
  return `${count} ${ordinal ?? `(${version + 1})`}`
}

/** Gives the number of a sub-paragraph as it is written: (a), (i), a., i. */
export function subParagraphNumber(level: number, count: number, language: NameLanguage): string {
  if (language === 'ar')
    return [`(${abjad(count)})`, `(${count})`, `${abjad(count)}-`, `${count}-`][level - 1] ?? ''
  const sign = level % 2 === 1 ? letter(count) : roman(count)
  if (level > 2) return `${sign}.`
  return language === 'en' ? `(${sign})` : `${sign})`
}

// After z comes aa, then bb: as word processors count.
function letter(count: number): string {
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26))
}

function abjad(count: number): string {
  return (ABJAD[(count - 1) % ABJAD.length] ?? '').repeat(Math.ceil(count / ABJAD.length))
}

function roman(count: number): string {
  let rest = count
  let numeral = ''
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      numeral += sign
      rest -= value
    }
  }
  return numeral
}
