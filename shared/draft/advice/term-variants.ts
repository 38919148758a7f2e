import type { AdvisedLanguage } from './language-tables.ts'

/** Words of one concept that a document should choose between. */
interface Variants {
  /** The lexicon's term of which all of them are words: `shared/merge/alike`. */
  readonly concept: string
  /** Each name with the phrases that are it; in the order of the United Nations' own preference. */
  readonly names: readonly (readonly [name: string, phrases: string])[]
}

/**
 * Few, on purpose: only words that mean the same in this field. What people tell apart ("shelter" and "assistance",
 * "compensation" and "remedy") is not here, although the lexicon reads it as near.
 */
export const TERM_VARIANTS: Readonly<Record<AdvisedLanguage, readonly Variants[]>> = {
  en: [
    {
      concept: 'trafficking',
      names: [
        ['trafficking in persons', 'trafficking in persons'],
        ['human trafficking', 'human trafficking'],
        ['trafficking in human beings', 'trafficking in human beings'],
      ],
    },
    {
      concept: 'victim',
      names: [
        ['victims', 'victim | victims'],
        ['survivors', 'survivor | survivors'],
      ],
    },
    {
      concept: 'child',
      names: [
        ['children', 'child | children'],
        ['minors', 'minors'],
      ],
    },
  ],
  fr: [
    {
      concept: 'trafficking',
      names: [
        ['traite des personnes', 'traite des personnes'],
        ['traite des êtres humains', 'traite des êtres humains | traite d êtres humains'],
      ],
    },
    {
      concept: 'victim',
      names: [
        ['victimes', 'victime | victimes'],
        ['survivants', 'survivant | survivants | survivante | survivantes'],
      ],
    },
    {
      concept: 'child',
      names: [
        ['enfants', 'enfant | enfants'],
        ['mineurs', 'mineurs | mineures'],
      ],
    },
  ],
  es: [
    {
      concept: 'trafficking',
      names: [
        ['trata de personas', 'trata de personas'],
        ['trata de seres humanos', 'trata de seres humanos'],
      ],
    },
    {
      concept: 'victim',
      names: [
        ['víctimas', 'víctima | víctimas'],
        ['supervivientes', 'superviviente | supervivientes | sobreviviente | sobrevivientes'],
      ],
    },
    {
      concept: 'child',
      names: [
        ['niños', 'niño | niños'],
        ['menores', 'menores'],
      ],
    },
  ],
  ar: [
    {
      concept: 'trafficking',
      names: [
        ['الاتجار بالأشخاص', 'اتجار بالأشخاص'],
        ['الاتجار بالبشر', 'اتجار بالبشر'],
      ],
    },
    {
      concept: 'child',
      names: [
        ['الأطفال', 'طفل | أطفال'],
        ['القاصرون', 'قاصر | قاصرون | قاصرين | قصر'],
      ],
    },
  ],
}
