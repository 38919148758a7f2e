const ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'
const ARABIC = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'
const LATIN = 'abcdefghijklmnopqrstuvwxyz'

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

/** Past this Word's own letters are no longer read by anybody; it also bounds the work. */
const MAX_SPELLED = 3999

/** Writes a count as Word does in a format of `w:numFmt` (ECMA-376, 17.18.59); one that is not known in digits. */
export function numberWords(count: number, format: string): string {
  if (count < 1 || count > MAX_SPELLED) return String(count)
  switch (format) {
    case 'lowerLetter':
      return letters(count, LATIN)
    case 'upperLetter':
      return letters(count, LATIN).toUpperCase()
    case 'lowerRoman':
      return roman(count)
    case 'upperRoman':
      return roman(count).toUpperCase()
    case 'decimalZero':
      return String(count).padStart(2, '0')
    case 'arabicAbjad':
      return letters(count, ABJAD)
    case 'arabicAlpha':
      return letters(count, ARABIC)
    case 'none':
      return ''
    default:
      return String(count)
  }
}

/** a … z, then aa, bb, cc: Word repeats the letter. */
function letters(count: number, alphabet: string): string {
  const letter = alphabet[(count - 1) % alphabet.length] ?? ''
  return letter.repeat(Math.ceil(count / alphabet.length))
}

function roman(count: number): string {
  let rest = count
  let words = ''
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      words += sign
      rest -= value
    }
  }
  return words
}
