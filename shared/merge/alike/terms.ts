import { fold } from '../../names/fold.ts'
import { isLexiconLanguage, languageOfScript, readingLanguage } from './guess-language.ts'
import { hanParts } from './han-parts.ts'
import { arabicForms, lightStem } from './light-stem.ts'
import { type PhraseNode, phraseTree, phraseWords } from './phrase-tree.ts'
import { conceptTerm, type Term } from './term.ts'
import { type WordToken, wordTokens } from './word-tokens.ts'

/** A text's terms in their order, and the language they were read in. */
export interface ReadText {
  readonly lang: string
  readonly terms: readonly Term[]
}

/** Reads the terms of texts. Remembers words, so one reader should read all texts of a set. */
export type TermReader = (text: string, lang: string | null) => ReadText

/** A word as its language reads it. */
interface ReadWord {
  readonly stop: boolean
  readonly phraseWords: readonly number[]
  readonly beginsPhrase: boolean
  readonly key: string
}

/** Letters of a word that are looked at: no word of any language is longer. */
const LONGEST_WORD = 64
/** Greek is the first script after Latin. */
const FIRST_OTHER_SCRIPT = 0x370
/** Words remembered before all are forgotten: hostile texts have no end of them. */
const REMEMBERED = 50_000
/** Small words that may stand between two words of a phrase: "protection that is given to the victims". */
const MOST_BETWEEN = 3

/** Makes a reader. */
export function termReader(): TermReader {
  const remembered = new Map<string, Map<string, ReadWord>>()
  const readWord = (word: string, lang: string): ReadWord => {
    const words = remembered.get(lang) ?? new Map<string, ReadWord>()
    const known = words.get(word)
    if (known !== undefined) return known
    if (words.size >= REMEMBERED) words.clear()
    const read = makeWord(word.slice(0, LONGEST_WORD), lang)
    if (word.length <= LONGEST_WORD) words.set(word, read)
    remembered.set(lang, words)
    return read
  }
  return (text, tag) => {
    const lang = readingLanguage(tag, text)
    return { lang, terms: readTerms(text, lang, readWord) }
  }
}

function readTerms(text: string, lang: string, readWord: (word: string, lang: string) => ReadWord): Term[] {
  const terms: Term[] = []
  const tokens = wordTokens(text)
  const langs = tokens.map(({ word }) => wordLanguage(word, lang))
  const read = tokens.map(({ word }, place) =>
    langs[place] === 'zh' ? null : readWord(word, langs[place] as string),
  )
  for (let place = 0; place < tokens.length; ) {
    const token = tokens[place] as WordToken
    const word = read[place]
    if (word === null || word === undefined) {
      terms.push(...hanParts(token))
      place += 1
      continue
    }
    const phrase = longestPhrase(read, langs, place)
    // A small word begins phrases, but is no term by itself.
    if (phrase !== null && (phrase.end > place + 1 || !word.stop)) {
      const to = (tokens[phrase.end - 1] as WordToken).to
      for (const index of phrase.concepts) terms.push(conceptTerm(index, token.from, to, phrase.words))
      place = phrase.end
      continue
    }
    if (!word.stop) terms.push({ key: word.key, concept: null, from: token.from, to: token.to, words: 1 })
    place += 1
  }
  return terms
}

/** A word in another script than its text's is read by its script: names and acronyms stand in Latin everywhere. */
function wordLanguage(word: string, lang: string): string {
  // Most letters are Latin, and most words begin with one.
  const first = word.charCodeAt(0) < FIRST_OTHER_SCRIPT ? 'a' : word.match(/\p{L}/u)?.[0]
  if (first === undefined) return lang === 'zh' ? 'en' : lang
  const script = languageOfScript(first)
  if (script !== null) return script === 'zh' || isLexiconLanguage(lang) ? script : lang
  return lang === 'ar' || lang === 'ru' || lang === 'zh' ? 'en' : lang
}

function makeWord(word: string, lang: string): ReadWord {
  const folded = fold(word).replaceAll(' ', '')
  const tree = phraseTree(lang)
  const stem = lang === 'ar' ? lightStem(shortest(arabicForms(folded)), lang) : lightStem(folded, lang)
  const known = tree === null ? [] : phraseWords(tree, folded, lang)
  const isNumber = /^\p{N}+$/u.test(folded)
  return {
    // One letter is what elision or a list leaves.
    stop: isStop(folded, lang, tree?.stops) || (folded.length < 2 && !isNumber),
    phraseWords: known,
    beginsPhrase: known.some((number) => tree?.root.next.has(number) === true),
    key: isNumber ? `n:${folded}` : `${lang}:${stem}`,
  }
}

function isStop(folded: string, lang: string, stops: ReadonlySet<string> | undefined): boolean {
  if (stops === undefined) return false
  // "And that" is one word in Arabic; a longer word may begin so by itself.
  const forms = lang === 'ar' && folded.length < 6 ? arabicForms(folded) : [folded]
  return forms.some((form) => stops.has(form))
}

function shortest(forms: readonly string[]): string {
  return forms.reduce((best, form) => (form.length < best.length && form.length > 2 ? form : best))
}

interface Phrase {
  readonly concepts: readonly number[]
  /** Place after its last word. */
  readonly end: number
  readonly letters: number
  readonly words: number
}

/** The longest phrase of the lexicon that begins at a word; of equally long ones that with more letters spelt out. */
function longestPhrase(
  words: readonly (ReadWord | null)[],
  langs: readonly string[],
  start: number,
): Phrase | null {
  const lang = langs[start] as string
  const tree = words[start]?.beginsPhrase === true ? phraseTree(lang) : null
  let best: Phrase | null = null
  const walk = (node: PhraseNode, place: number, spelt: number, between: number): void => {
    if (node.concepts.length > 0 && between === 0) best = better(best, node, place, spelt)
    const word = langs[place] === lang ? words[place] : undefined
    if (word === undefined || word === null) return
    for (const number of word.phraseWords) {
      const next = node.next.get(number)
      if (next !== undefined) walk(next, place + 1, spelt + 1, 0)
    }
    if (word.stop && node !== tree?.root && between < MOST_BETWEEN) walk(node, place + 1, spelt, between + 1)
  }
  if (tree !== null) walk(tree.root, start, 0, 0)
  return best
}

function better(best: Phrase | null, node: PhraseNode, end: number, words: number): Phrase {
  const { concepts, letters } = node
  if (best === null || end > best.end) return { concepts, end, letters, words }
  if (end < best.end || letters < best.letters) return best
  if (letters > best.letters) return { concepts, end, letters, words }
  return { end, letters, words, concepts: [...new Set([...best.concepts, ...concepts])] }
}
