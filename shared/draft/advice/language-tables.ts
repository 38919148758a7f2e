import { fold } from '../../names/fold.ts'
import { PhraseTable } from './phrase-table.ts'
import { ARABIC } from './words/arabic.ts'
import { ENGLISH } from './words/english.ts'
import { FRENCH } from './words/french.ts'
import { ADDRESSEES, type AddresseeKind, type LanguageWords, type Rung } from './words/language-words.ts'
import { SPANISH } from './words/spanish.ts'

/** Languages whose manner of asking is known. */
export const ADVISED_LANGUAGES = ['en', 'fr', 'es', 'ar'] as const
export type AdvisedLanguage = (typeof ADVISED_LANGUAGES)[number]

/** How something is asked for: on which rung, and where those who are asked stand. */
export interface Asking {
  readonly rung: Rung
  readonly asked: 'before' | 'after' | 'nobody'
}

/** A language's words, ready for reading. */
export interface LanguageTables {
  readonly lang: AdvisedLanguage
  readonly words: LanguageWords
  readonly asking: PhraseTable<Asking>
  readonly actors: PhraseTable<AddresseeKind>
  readonly until: PhraseTable<true>
  readonly prepositions: PhraseTable<true>
  readonly subordinators: PhraseTable<true>
  readonly coordinators: PhraseTable<true>
  readonly verbs: PhraseTable<true>
  readonly doubtful: PhraseTable<true>
  readonly determiners: PhraseTable<true>
  readonly adverbs: PhraseTable<true>
  readonly weak: PhraseTable<true>
  readonly things: PhraseTable<true>
  readonly beings: PhraseTable<true>
  readonly agents: PhraseTable<true>
}

const WORDS: Readonly<Record<AdvisedLanguage, LanguageWords>> = {
  en: ENGLISH,
  fr: FRENCH,
  es: SPANISH,
  ar: ARABIC,
}
const made = new Map<AdvisedLanguage, LanguageTables>()

/** Gives the words of a language, by the first part of its tag; null: its manner of asking is not known. */
export function languageTables(lang: string): LanguageTables | null {
  const primary = lang.split('-')[0]?.toLowerCase()
  const known = ADVISED_LANGUAGES.find((one) => one === primary)
  if (known === undefined) return null
  const tables = made.get(known) ?? makeTables(known)
  made.set(known, tables)
  return tables
}

/** Gives the ladder of a language from the strongest to the weakest, as its documents write it. */
export function ladderOf(lang: AdvisedLanguage): readonly string[] {
  const { asked, asking } = WORDS[lang]
  return ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((rung) => {
    const [first = ''] = (asked[rung] ?? asking[rung] ?? '').split('|')
    return first === '' ? [] : [first.trim().replaceAll('*', '')]
  })
}

function makeTables(lang: AdvisedLanguage): LanguageTables {
  const words = WORDS[lang]
  const asking = new PhraseTable<Asking>()
  for (const [rung, phrases] of Object.entries(words.asked))
    asking.add(phrases, { rung: Number(rung) as Rung, asked: 'before' }, fold)
  for (const [rung, phrases] of Object.entries(words.asking))
    asking.add(phrases, { rung: Number(rung) as Rung, asked: 'after' }, fold)
  asking.add(words.impersonal, { rung: 2, asked: 'nobody' }, fold)
  const actors = new PhraseTable<AddresseeKind>()
  for (const kind of ADDRESSEES) actors.add(words.actors[kind] ?? '', kind, fold)
  return {
    lang,
    words,
    asking,
    actors,
    until: table(words.until),
    prepositions: table(words.prepositions),
    subordinators: table(words.subordinators),
    coordinators: table(words.coordinators),
    verbs: table(words.verbs),
    doubtful: table(words.doubtful),
    determiners: table(words.determiners),
    adverbs: table(words.adverbs),
    weak: table(words.weak),
    things: table(words.things),
    beings: table(words.beings),
    agents: table(words.agents),
  }
}

function table(phrases: string): PhraseTable<true> {
  const made = new PhraseTable<true>()
  made.add(phrases, true, fold)
  return made
}
