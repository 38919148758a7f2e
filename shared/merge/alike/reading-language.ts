import { fold } from '../../names/fold.ts'
import { LEXICON_LANGUAGES, type LexiconLanguage } from './lexicon/concept.ts'
import { stopWordsOf } from './stop-words.ts'

/** As much of a text as tells its language. */
const ENOUGH = 2_000

const LATIN = ['en', 'fr', 'es'] as const
const STOPS = LATIN.map((lang) => new Set(stopWordsOf(lang).map(fold)))

/** Gives the script's language of a character, null for Latin and every script that the lexicon has no words in. */
export function languageOfScript(letter: string): 'ar' | 'ru' | 'zh' | null {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x250) return null
  if (/\p{Script=Arabic}/u.test(letter)) return 'ar'
  if (/\p{Script=Cyrillic}/u.test(letter)) return 'ru'
  return /\p{Script=Han}/u.test(letter) ? 'zh' : null
}

/** One of the lexicon's, by the script and by the small words; English where nothing tells. */
function likeliestLanguage(text: string): LexiconLanguage {
  const start = text.slice(0, ENOUGH)
  const counts = { ar: 0, ru: 0, zh: 0, latin: 0 }
  for (const [letter] of start.matchAll(/\p{L}/gu)) counts[languageOfScript(letter) ?? 'latin'] += 1
  // One Han character says as much as several letters.
  const scripts = { ar: counts.ar, ru: counts.ru, zh: counts.zh * 3 }
  for (const lang of ['zh', 'ar', 'ru'] as const) if (scripts[lang] > counts.latin) return lang
  const words = fold(start).split(' ')
  const hits = STOPS.map((stops) => words.filter((word) => stops.has(word)).length)
  return LATIN[hits.indexOf(Math.max(...hits))] ?? 'en'
}

/**
 * Gives the language whose words a text is read with: the first part of its BCP 47 tag; without a tag, a guess.
 */
export function readingLanguage(tag: string | null, text: string): string {
  const primary = tag?.split('-')[0]?.toLowerCase() ?? ''
  return primary === '' || primary === 'und' ? likeliestLanguage(text) : primary
}

/** Tells whether the lexicon has words in a language. */
export function isLexiconLanguage(lang: string): lang is LexiconLanguage {
  return LEXICON_LANGUAGES.some((known) => known === lang)
}
