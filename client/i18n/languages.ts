/** The interface's languages, each by its own name and in its own direction. */
export const languages = {
  en: { name: 'English', dir: 'ltr' },
  fr: { name: 'Français', dir: 'ltr' },
  es: { name: 'Español', dir: 'ltr' },
  ar: { name: 'العربية', dir: 'rtl' },
} as const

export type Language = keyof typeof languages

/** Tells whether a text, such as one kept by an older version, names a language of the interface. */
export function isLanguage(text: unknown): text is Language {
  return typeof text === 'string' && Object.hasOwn(languages, text)
}

/** Gives the language to begin with: the one chosen before, else the browser's first that there is, else English. */
export function chooseLanguage(stored: string | undefined, preferred: readonly string[]): Language {
  if (isLanguage(stored)) return stored
  // fr-CA reads French better than English.
  return preferred.map((tag) => tag.split('-')[0]?.toLowerCase()).find(isLanguage) ?? 'en'
}
