// Word checks spelling by language and country; a bare language gets the country whose usage the United Nations follow.
const COUNTRIES: Readonly<Record<string, string>> = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES', ar: 'ar-SA' }

/** Gives a language as Word writes it: for text from the left, and for text from the right. */
export function wordLanguage(lang: string): { value: string; bidirectional: string } {
  const tag = COUNTRIES[lang.toLowerCase()] ?? lang
  const isArabic = tag.toLowerCase().startsWith('ar')
  return { value: isArabic ? 'en-GB' : tag, bidirectional: isArabic ? tag : 'ar-SA' }
}

/** Gives one language as Word writes it. */
export function wordTag(lang: string): string {
  return COUNTRIES[lang.toLowerCase()] ?? lang
}
