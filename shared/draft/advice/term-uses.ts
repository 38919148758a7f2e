import { fold } from '../../names/fold.ts'
import type { AdvisedLanguage } from './language-tables.ts'
import { PhraseTable } from './phrase-table.ts'
import type { Sentence, Word } from './sentences.ts'
import { TERM_VARIANTS } from './term-variants.ts'

/** A name that one concept goes by in a text. */
export interface TermUse {
  readonly concept: string
  /** Which of the concept's names, as a place in its list: UN usage comes first. */
  readonly rank: number
  readonly name: string
  readonly from: number
  readonly to: number
}

type Name = Pick<TermUse, 'concept' | 'rank' | 'name'>

/** Words between two names of one concept that stand side by side on purpose: "victims and survivors". */
const BESIDE = 2

const tables = new Map<AdvisedLanguage, PhraseTable<Name>>()

/**
 * Gives the names of concepts that have several, in order. Not in the titles of institutions and treaties, which are
 * written as they are, and not where two of them stand side by side: there somebody tells them apart.
 */
export function termUses({ words, forms }: Sentence, lang: AdvisedLanguage): TermUse[] {
  const table = tables.get(lang) ?? makeTable(lang)
  tables.set(lang, table)
  const found: (TermUse & { readonly place: number })[] = []
  for (let place = 0; place < words.length; ) {
    const use = table.at(forms, place)
    if (use === null) {
      place += 1
      continue
    }
    const inside = words.slice(place, place + use.words)
    if (!inside.some((word, step) => isCapital(word) && place + step > 0))
      found.push({ ...use.value, place, from: (inside[0] as Word).from, to: (inside.at(-1) as Word).to })
    place += use.words
  }
  return found
    .filter((use) => !found.some((other) => isBeside(use, other)))
    .map(({ concept, rank, name, from, to }) => ({ concept, rank, name, from, to }))
}

function isBeside(
  use: TermUse & { readonly place: number },
  other: TermUse & { readonly place: number },
): boolean {
  return (
    other.concept === use.concept && other.rank !== use.rank && Math.abs(other.place - use.place) <= BESIDE
  )
}

function isCapital({ written }: Word): boolean {
  return /^\p{Lu}/u.test(written)
}

function makeTable(lang: AdvisedLanguage): PhraseTable<Name> {
  const table = new PhraseTable<Name>()
  for (const { concept, names } of TERM_VARIANTS[lang])
    for (const [rank, [name, phrases]] of names.entries()) table.add(phrases, { concept, rank, name }, fold)
  return table
}
