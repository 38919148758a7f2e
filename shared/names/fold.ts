// What decomposing leaves whole, and letters that are typed one for the other. Arabic hamza and madda come off as marks.
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  '\u0671': '\u0627', // alef wasla
  '\u0649': '\u064A', // alef maksura
  '\u06CC': '\u064A', // Farsi yeh
  '\u0629': '\u0647', // teh marbuta
  '\u06A9': '\u0643', // keheh
}
const FOLDED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/**
 * Gives text as searches compare it: small letters without accents, Arabic letters without hamza, vowels or tatweel,
 * Western digits, one space where anything else stands.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(FOLDED, (letter) => LETTERS[letter] ?? letter)
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
