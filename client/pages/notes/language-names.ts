/** The languages of the United Nations, in the order of their English names. */
export const UN_LANGUAGES: readonly string[] = ['ar', 'zh', 'en', 'fr', 'ru', 'es']

/** Other languages that people of a meeting may speak or write in. */
const OTHER_LANGUAGES: readonly string[] = [
  ...[
    'am',
    'az',
    'be',
    'bg',
    'bn',
    'bs',
    'ca',
    'cs',
    'cy',
    'da',
    'de',
    'el',
    'et',
    'eu',
    'fa',
    'fi',
    'fil',
    'ga',
  ],
  ...[
    'gl',
    'ha',
    'he',
    'hi',
    'hr',
    'hu',
    'hy',
    'id',
    'is',
    'it',
    'ja',
    'ka',
    'kk',
    'km',
    'ko',
    'ky',
    'lo',
    'lt',
  ],
  ...[
    'lv',
    'mk',
    'mn',
    'ms',
    'mt',
    'nb',
    'ne',
    'nl',
    'pl',
    'ps',
    'pt',
    'ro',
    'si',
    'sk',
    'sl',
    'so',
    'sq',
    'sr',
  ],
  ...['sv', 'sw', 'ta', 'tg', 'th', 'ti', 'tk', 'tr', 'uk', 'ur', 'uz', 'vi'],
]

/** Gives the other languages by their own names, in the reader's alphabet. */
export function otherLanguages(reader: string): readonly { readonly lang: string; readonly name: string }[] {
  return OTHER_LANGUAGES.map((lang) => ({ lang, name: languageName(lang) })).sort((one, other) =>
    one.name.localeCompare(other.name, reader),
  )
}

/** Gives a language's name in the language itself; of one that the browser does not know, its code. */
export function languageName(lang: string): string {
  try {
    const name = new Intl.DisplayNames([lang], { type: 'language', fallback: 'none' }).of(lang)
    return name === undefined ? lang : name.charAt(0).toLocaleUpperCase(lang) + name.slice(1)
  } catch {
    // Not of the form of BCP 47: somebody else's program wrote it.
    return lang
  }
}
