import { readingLanguage } from '../../merge/alike/reading-language.ts'
import type { ItemType } from '../draft-item.ts'
import { type Acronym, acronymsOf } from './acronyms.ts'
import type { Addressee } from './addressees.ts'
import { type AdvisedLanguage, type LanguageTables, languageTables } from './language-tables.ts'
import { type Request, readRequests } from './requests.ts'
import { type Sentence, sentencesOf, type Word, wordsOf } from './sentences.ts'
import { type TermUse, termUses } from './term-uses.ts'

/** An item of the draft as advice reads it. */
export interface AdvisedItem {
  readonly id: string
  readonly type: ItemType
  /** BCP 47; null: guessed from the words. */
  readonly lang: string | null
  /** One line for each block. */
  readonly words: string
}

/** A sentence with what it asks for. */
export interface AskingSentence {
  readonly sentence: Sentence
  readonly requests: readonly Request[]
}

/** What was read in an item. The same for the same words, whatever the draft around it. */
export interface ItemReading {
  readonly item: AdvisedItem
  /** Null: a language whose manner of asking is not known; then only lengths and acronyms are read. */
  readonly lang: AdvisedLanguage | null
  readonly tables: LanguageTables | null
  readonly sentences: readonly AskingSentence[]
  readonly addressees: readonly Addressee[]
  /** How the item asks: as a report does, or with the bare verb; null: neither. */
  readonly grammar: { readonly kind: 'report' | 'upr'; readonly from: number; readonly to: number } | null
  readonly acronyms: readonly Acronym[]
  readonly terms: readonly TermUse[]
  readonly words: readonly Word[]
}

/** As much of an item as advice reads: more than ten pages is no recommendation. */
const ENOUGH = 20_000

/** Reads an item. */
export function readItem(item: AdvisedItem): ItemReading {
  const text = item.words.slice(0, ENOUGH)
  const read = readingLanguage(item.lang, text)
  const tables = languageTables(read)
  const words = wordsOf(text, read)
  let isListed = false
  const sentences = sentencesOf(words).map((sentence) => {
    const requests = tables === null ? [] : readRequests(sentence, tables)
    // "States should: … adopt a law; …": what is listed under an asking is asked by it.
    isListed ||= /[:：]/.test(sentence.words[0]?.gap ?? '')
    return {
      sentence,
      requests: isListed ? requests.filter(({ grammar }) => grammar === 'report') : requests,
    }
  })
  const [first] = sentences.flatMap(({ sentence, requests }) =>
    requests.slice(0, 1).map((request) => ({ sentence, request })),
  )
  return {
    item,
    lang: tables?.lang ?? null,
    tables,
    sentences,
    addressees: sentences.flatMap(({ requests }) => requests.flatMap(({ addressees }) => addressees)),
    grammar:
      first === undefined ? null : { kind: first.request.grammar, ...spanOf(first.sentence, first.request) },
    acronyms: acronymsOf(text),
    terms: tables === null ? [] : sentences.flatMap(({ sentence }) => termUses(sentence, tables.lang)),
    words,
  }
}

/** Gives where the words that ask stand in the text. */
export function spanOf(
  { words }: Sentence,
  { start, end }: Pick<Request, 'start' | 'end'>,
): { from: number; to: number } {
  return { from: (words[start] as Word).from, to: (words[end - 1] as Word).to }
}
