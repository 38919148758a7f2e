/** The languages in which Minuta has words of its own for names and documents. */
export const NAME_LANGUAGES = ['en', 'fr', 'es', 'ar'] as const
export type NameLanguage = (typeof NAME_LANGUAGES)[number]

/** Gives the language a BCP 47 tag stands for (`fr-CA`: French), or null where Minuta has no words in it. */
export function parseNameLanguage(tag: unknown): NameLanguage | null {
  if (typeof tag !== 'string') return null
  const primary = tag.split('-')[0]?.toLowerCase()
  return NAME_LANGUAGES.find((language) => language === primary) ?? null
}
