import { arabicForms } from '../../merge/alike/light-stem.ts'
import { wordTokens } from '../../merge/alike/word-tokens.ts'
import { fold } from '../../names/fold.ts'

/** A word of a text, with what it may be read as. Offsets are UTF-16. */
export interface Word {
  readonly from: number
  readonly to: number
  /** As it is written. */
  readonly written: string
  /** Folded; in Arabic also without what is written onto its front. */
  readonly forms: readonly string[]
  /** What stands between the word before and this one. */
  readonly gap: string
}

/** A sentence, or the part of one between semicolons. */
export interface Sentence {
  readonly words: readonly Word[]
  readonly forms: readonly (readonly string[])[]
}

/** Letters of a word that are looked at: no word of any language is longer. */
const LONGEST_WORD = 64
const ABBREVIATIONS = new Set([
  'art',
  'no',
  'nos',
  'para',
  'paras',
  'vol',
  'mr',
  'ms',
  'mrs',
  'dr',
  'st',
  'cf',
  'p',
  'pp',
  'sr',
  'sra',
  'etc',
  'e',
  'g',
  'i',
])

/** Gives the words of a text, in order. */
export function wordsOf(text: string, lang: string): Word[] {
  let end = 0
  return wordTokens(text).map(({ from, to, word }) => {
    const gap = text.slice(end, from)
    end = to
    const folded = fold(word.slice(0, LONGEST_WORD)).replaceAll(' ', '')
    return { from, to, written: word, forms: lang === 'ar' ? arabicForms(folded) : [folded], gap }
  })
}

/** Cuts a text into sentences. */
export function sentencesOf(words: readonly Word[]): Sentence[] {
  const cut: Word[][] = []
  for (const [index, word] of words.entries()) {
    const before = words[index - 1]
    if (before === undefined || endsSentence(before, word)) cut.push([])
    cut.at(-1)?.push(word)
  }
  return cut.map((sentence) => ({ words: sentence, forms: sentence.map(({ forms }) => forms) }))
}

function endsSentence(before: Word, { gap, written }: Word): boolean {
  if (/[\n;!?؛؟]/.test(gap)) return true
  if (!gap.includes('.')) return false
  // "Art. 3", "e.g. police": no sentence begins in small letters.
  return /\s/.test(gap) && !ABBREVIATIONS.has(before.forms[0] ?? '') && !/^\p{Ll}/u.test(written)
}
