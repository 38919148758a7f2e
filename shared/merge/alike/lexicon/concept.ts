/** The languages in which the lexicon has words. */
export const LEXICON_LANGUAGES = ['en', 'fr', 'es', 'ar', 'ru', 'zh'] as const
export type LexiconLanguage = (typeof LEXICON_LANGUAGES)[number]

/**
 * A term of the field, with its words in each language: alternatives between bars, words between spaces. A word that
 * ends in `*` stands for every word that begins so; any other for its own inflected forms. The first alternative is
 * the term's name, as it may be shown to a person.
 */
export interface Concept extends Readonly<Record<LexiconLanguage, string>> {
  readonly id: string
  /** `common`: nearly every recommendation of this field says it; `broad`: many do. Absent: it tells texts apart. */
  readonly said?: 'common' | 'broad'
  /** The wider term that this one is a case of: a shelter is assistance. */
  readonly under?: string
}
