/** Which way text runs. */
export type Direction = 'ltr' | 'rtl'

// The blocks of Hebrew, Arabic and their neighbours, of presentation forms and of the planes beyond.
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u
const LETTER = /\p{L}/u
// Intl.Locale tells it too, under another name in each browser, and in Firefox not at all.
const RTL_LANGUAGES: ReadonlySet<string> = new Set('ar ckb dv fa he ku ps sd syr ug ur yi'.split(' '))

/** Gives the direction of a language, by its BCP 47 tag. */
export function directionOfLanguage(lang: string): Direction {
  return RTL_LANGUAGES.has(lang.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'
}

/** Gives the direction of text by its first letter; null where it has none. */
export function directionOfText(text: string): Direction | null {
  const first = LETTER.exec(text)?.[0]
  if (first === undefined) return null
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr'
}
