import { languageTables } from './language-tables.ts'
import { readRequests } from './requests.ts'
import { sentencesOf, wordsOf } from './sentences.ts'
import type { AddresseeKind } from './words/language-words.ts'

/** Somebody who is asked for something. */
export interface Addressee {
  readonly kind: AddresseeKind
  readonly from: number
  readonly to: number
  /** Nobody is named: "Ratify the Convention" asks States, as in the UPR. The span is that of the verb. */
  readonly isImplied: boolean
}

/**
 * Gives who is asked in the words of a recommendation, in the order of the text; each kind once. Who is only spoken of
 * ("the mandate *of the national rapporteur*") is not asked. Nobody, in a language whose manner of asking is unknown.
 */
export function addresseesOf(words: string, lang: string): readonly Addressee[] {
  const tables = languageTables(lang)
  if (tables === null) return []
  const found = new Map<AddresseeKind, Addressee>()
  for (const sentence of sentencesOf(wordsOf(words, tables.lang))) {
    for (const { addressees } of readRequests(sentence, tables))
      for (const one of addressees) if (!found.has(one.kind)) found.set(one.kind, one)
  }
  // States that are implied give way to those who are named.
  const all = [...found.values()]
  return all.some(({ isImplied }) => !isImplied) ? all.filter(({ isImplied }) => !isImplied) : all
}
