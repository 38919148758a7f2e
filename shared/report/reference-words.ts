import type { NameLanguage } from '../names/name-language.ts'

/** What a reference says in a document, before the number of what it refers to. */
const WORDS: Readonly<Record<NameLanguage, { recommendation: string; paragraph: string; removed: string }>> =
  {
    en: { recommendation: 'recommendation', paragraph: 'paragraph', removed: '(removed)' },
    fr: { recommendation: 'recommandation', paragraph: 'paragraphe', removed: '(supprimée)' },
    es: { recommendation: 'recomendación', paragraph: 'párrafo', removed: '(suprimida)' },
    ar: { recommendation: 'التوصية', paragraph: 'الفقرة', removed: '(محذوفة)' },
  }

/** Gives what a reference says: "recommendation 4 bis". The number stays on the line of its word. */
export function referenceText(
  what: 'recommendation' | 'paragraph',
  number: string,
  language: NameLanguage,
): string {
  return `${WORDS[language][what]}\u00A0${number.replaceAll(' ', '\u00A0')}`
}

/** Gives what a reference says whose target has left the draft. */
export function removedReference(language: NameLanguage): string {
  return WORDS[language].removed
}
