import { fold } from '../../names/fold.ts'
import { hanParts } from './han-parts.ts'
import { arabicForms, lightStem } from './light-stem.ts'
import { type PhraseNode, phraseTree, phraseWords } from './phrase-tree.ts'
import { isLexiconLanguage, languageOfScript, readingLanguage } from './reading-language.ts'
import { conceptTerm, type Term } from './term.ts'
import { wordSpans } from './word-tokens.ts'

/** A text's terms in their order, and the language they were read in. */
export interface ReadText {
  readonly lang: string
  readonly terms: readonly Term[]
}

/** Reads the terms of texts. Remembers words, so one reader should read all texts of a set. */
export type TermReader = (text: string, lang: string | null) => ReadText

/** A word as its language reads it. */
interface ReadWord {
  /** Its own, which is another than its text's where its script is. */
  readonly lang: string
  readonly stop: boolean
  readonly phraseWords: readonly number[]
  /** Where the phrases go on that begin with it. */
  readonly begins: readonly PhraseNode[]
  readonly key: string
}

/** A run of Han characters, which is no word: it is read by its parts. */
const HAN: ReadWord = { lang: 'zh', stop: false, phraseWords: [], begins: [], key: '' }

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
  const langs = new Map<string, string>()
  return (text, tag) => {
    const found = readingLanguage(tag, text)
    // One and the same string for all texts, so that comparing it takes no time.
    const lang = langs.get(found) ?? found
    langs.set(lang, lang)
    const known = remembered.get(lang) ?? new Map<string, ReadWord>()
    remembered.set(lang, known)
    const spans = wordSpans(text)
    const words: ReadWord[] = []
    for (let at = 0; at < spans.length; at += 2) {
      const word = text.slice(spans[at], spans[at + 1])
      words.push(known.get(word) ?? readWord(word, lang, known))
    }
    return { lang, terms: termsOf(text, spans, words) }
  }
}

function readWord(word: string, textLang: string, known: Map<string, ReadWord>): ReadWord {
  const lang = wordLanguage(word, textLang)
  const read = lang === 'zh' ? HAN : makeWord(word.slice(0, LONGEST_WORD), lang)
  if (known.size >= REMEMBERED) known.clear()
  if (word.length <= LONGEST_WORD) known.set(word, read)
  return read
}

function termsOf(text: string, spans: readonly number[], words: readonly ReadWord[]): Term[] {
  const terms: Term[] = []
  for (let place = 0; place < words.length; ) {
    const word = words[place] as ReadWord
    const from = spans[2 * place] as number
    const to = spans[2 * place + 1] as number
    if (word === HAN) {
      terms.push(...hanParts({ from, to, word: text.slice(from, to) }))
      place += 1
      continue
    }
    const phrase = word.begins.length > 0 ? longestPhrase(words, place) : null
    // A small word begins phrases, but is no term by itself.
    if (phrase !== null && (phrase.end > place + 1 || !word.stop)) {
      const end = spans[2 * phrase.end - 1] as number
      for (const index of phrase.concepts) terms.push(conceptTerm(index, from, end, phrase.words))
      place = phrase.end
      continue
    }
    if (!word.stop) terms.push({ key: word.key, concept: null, from, to, words: 1 })
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
    lang,
    // One letter is what elision or a list leaves.
    stop: isStop(folded, lang, tree?.stops) || (folded.length < 2 && !isNumber),
    phraseWords: known,
    begins: known.flatMap((number) => tree?.root.next.get(number) ?? []),
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

/** A search for the longest phrase that begins at a word. */
interface Search {
  readonly words: readonly ReadWord[]
  readonly lang: string
  best: Phrase | null
}

/** The longest phrase of the lexicon that begins at a word; of equally long ones that with more letters spelt out. */
function longestPhrase(words: readonly ReadWord[], start: number): Phrase | null {
  const { lang, begins } = words[start] as ReadWord
  const search: Search = { words, lang, best: null }
  for (const node of begins) walk(search, node, start + 1, 1, 0)
  return search.best
}

function walk(search: Search, node: PhraseNode, place: number, spelt: number, between: number): void {
  if (node.concepts.length > 0 && between === 0) search.best = better(search.best, node, place, spelt)
  // Most phrases end here.
  if (node.next.size === 0) return
  const word = search.words[place]
  if (word === undefined || word.lang !== search.lang) return
  for (const number of word.phraseWords) {
    const next = node.next.get(number)
    if (next !== undefined) walk(search, next, place + 1, spelt + 1, 0)
  }
  if (word.stop && between < MOST_BETWEEN) walk(search, node, place + 1, spelt, between + 1)
}

function better(best: Phrase | null, node: PhraseNode, end: number, words: number): Phrase {
  const { concepts, letters } = node
  if (best === null || end > best.end) return { concepts, end, letters, words }
  if (end < best.end || letters < best.letters) return best
  if (letters > best.letters) return { concepts, end, letters, words }
  return { end, letters, words, concepts: [...new Set([...best.concepts, ...concepts])] }
}
