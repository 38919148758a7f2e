import { fold } from '../../names/fold.ts'
import type { LexiconLanguage } from './lexicon/concept.ts'
import { LEXICON } from './lexicon/lexicon.ts'
import { arabicForms, sameWord, withoutArticle } from './light-stem.ts'
import { isLexiconLanguage } from './reading-language.ts'
import { stopWordsOf } from './stop-words.ts'
import { wordTokens } from './word-tokens.ts'

/** A place among the phrases of a language: which words go on from here, and which terms end here. */
export interface PhraseNode {
  readonly next: Map<number, PhraseNode>
  /** Places in `LEXICON`. */
  readonly concepts: number[]
  /** Letters spelt out on the way here: of two phrases of as many words, the one that spells more is meant. */
  readonly letters: number
}

/** The lexicon's phrases of one language, and the words they are made of. */
export interface PhraseTree {
  readonly root: PhraseNode
  /** Words of phrases (by number) whose stem this is. */
  readonly exact: ReadonlyMap<string, readonly number[]>
  /** Words of phrases that begin so: written with `*`. */
  readonly begins: ReadonlyMap<string, readonly number[]>
  readonly stops: ReadonlySet<string>
}

/** Beginnings longer than this are in no phrase. */
const LONGEST_BEGINNING = 24

const trees = new Map<string, PhraseTree>()

/** Gives the phrases of a language; made when they are first asked for. Null: the lexicon has no such language. */
export function phraseTree(lang: string): PhraseTree | null {
  if (!isLexiconLanguage(lang) || lang === 'zh') return null
  const made = trees.get(lang) ?? makeTree(lang)
  trees.set(lang, made)
  return made
}

/** Gives the numbers of the phrase words that a folded word may stand for. */
export function phraseWords(tree: PhraseTree, folded: string, lang: string): readonly number[] {
  const found = new Set<number>()
  for (const form of lang === 'ar' ? arabicForms(folded) : [folded]) {
    for (const word of tree.exact.get(sameWord(form, lang)) ?? []) found.add(word)
    for (let length = 2; length <= Math.min(form.length, LONGEST_BEGINNING); length++)
      for (const word of tree.begins.get(form.slice(0, length)) ?? []) found.add(word)
  }
  return [...found]
}

function makeTree(lang: LexiconLanguage): PhraseTree {
  const stops = new Set(stopWordsOf(lang).map(fold))
  const root: PhraseNode = { next: new Map(), concepts: [], letters: 0 }
  const exact = new Map<string, number[]>()
  const begins = new Map<string, number[]>()
  const numbers = new Map<string, number>()
  const numberOf = (pattern: string, isFirst: boolean): number => {
    const key = `${isFirst ? '' : '+'}${pattern}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    const number = numbers.size
    numbers.set(key, number)
    const isBeginning = pattern.endsWith('*')
    for (const form of patternForms(isBeginning ? pattern.slice(0, -1) : pattern, lang, isFirst)) {
      const place = isBeginning ? begins : exact
      const stem = isBeginning ? form : sameWord(form, lang)
      place.set(stem, [...(place.get(stem) ?? []), number])
    }
    return number
  }
  LEXICON.forEach((concept, index) => {
    for (const phrase of concept[lang].split('|')) {
      const all = patternsOf(phrase)
      const telling = all.filter((pattern) => !stops.has(pattern))
      // Small words count where nothing else makes it a phrase: "by law" is more than "law".
      const kept = telling.length < 2 ? all : telling
      let node = root
      for (const [place, pattern] of kept.entries())
        node = step(node, numberOf(pattern, place === 0), pattern)
      if (node !== root && !node.concepts.includes(index)) node.concepts.push(index)
    }
  })
  return { root, exact, begins, stops }
}

function step(node: PhraseNode, word: number, pattern: string): PhraseNode {
  const next = node.next.get(word)
  if (next !== undefined) return next
  const made: PhraseNode = { next: new Map(), concepts: [], letters: node.letters + pattern.length }
  node.next.set(word, made)
  return made
}

/** The words of a phrase, folded; a star stays at the end of its word. */
function patternsOf(phrase: string): string[] {
  return wordTokens(phrase).map(({ word, to }) => `${fold(word)}${phrase[to] === '*' ? '*' : ''}`)
}

/** What an Arabic word of a phrase may be: after the first word, "by" and "to" are often written onto it. */
function patternForms(folded: string, lang: LexiconLanguage, isFirst: boolean): readonly string[] {
  if (lang !== 'ar') return [folded]
  const bare = withoutArticle(folded)
  // A word may begin with the letters of the article by itself.
  const forms = bare === folded ? [bare] : [folded, bare]
  return isFirst || bare.length < 5 || !/^[بل]/.test(bare) ? forms : [...forms, bare.slice(1)]
}

/** Chinese terms by their characters, with the places of their concepts. */
export function hanTerms(): {
  readonly concepts: ReadonlyMap<string, readonly number[]>
  readonly longest: number
} {
  han ??= makeHanTerms()
  return han
}

let han: { concepts: Map<string, number[]>; longest: number } | undefined

function makeHanTerms(): { concepts: Map<string, number[]>; longest: number } {
  const concepts = new Map<string, number[]>()
  LEXICON.forEach((concept, index) => {
    for (const term of concept.zh.split('|').map((word) => word.trim()))
      concepts.set(term, [...new Set([...(concepts.get(term) ?? []), index])])
  })
  return { concepts, longest: Math.max(...[...concepts.keys()].map((term) => term.length)) }
}
