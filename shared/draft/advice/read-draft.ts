import { GRAMMAR_NEEDS } from './advice-limits.ts'
import type { ItemReading } from './read-item.ts'

/** Where something stands in the draft. */
export interface Place {
  readonly item: string
  readonly from: number
}

/** What advice on one item needs to know of all the others. */
export interface DraftReading {
  /** How most recommendations ask; null: too few to tell. */
  readonly grammar: 'report' | 'upr' | null
  /** Where each acronym is used first, and where it is spelled out. */
  readonly acronyms: ReadonlyMap<string, { readonly first: Place; readonly spelledOut: Place | null }>
  /** The name of each concept that most of the draft uses, by language and concept; others stand out. */
  readonly terms: ReadonlyMap<string, { readonly name: string; readonly item: string }>
}

/** Puts together what was read in the items of a draft, in the order in which they are read. */
export function readDraft(items: readonly ItemReading[]): DraftReading {
  return { grammar: grammarOf(items), acronyms: acronymsIn(items), terms: termsOf(items) }
}

/** Names a concept within its language. */
export function termKey(lang: string | null, concept: string): string {
  return `${lang} ${concept}`
}

function grammarOf(items: readonly ItemReading[]): DraftReading['grammar'] {
  const kinds = items.flatMap(({ item, grammar }) =>
    item.type === 'recommendation' && grammar !== null ? [grammar.kind] : [],
  )
  const upr = kinds.filter((kind) => kind === 'upr').length
  const report = kinds.length - upr
  // As many of both: the draft began with one of them.
  const most = upr === report ? (kinds[0] ?? null) : upr > report ? 'upr' : 'report'
  return Math.max(upr, report) >= GRAMMAR_NEEDS ? most : null
}

function acronymsIn(items: readonly ItemReading[]): DraftReading['acronyms'] {
  const found = new Map<string, { first: Place; spelledOut: Place | null }>()
  for (const { item, acronyms } of items) {
    for (const { name, from, isSpelledOut } of acronyms) {
      const place = { item: item.id, from }
      const known = found.get(name) ?? { first: place, spelledOut: null }
      found.set(name, { ...known, spelledOut: known.spelledOut ?? (isSpelledOut ? place : null) })
    }
  }
  return found
}

function termsOf(items: readonly ItemReading[]): DraftReading['terms'] {
  const counts = new Map<string, Map<string, { count: number; rank: number; item: string }>>()
  for (const { item, lang, terms } of items) {
    for (const { concept, name, rank } of terms) {
      const names =
        counts.get(termKey(lang, concept)) ?? new Map<string, { count: number; rank: number; item: string }>()
      const known = names.get(name) ?? { count: 0, rank, item: item.id }
      names.set(name, { ...known, count: known.count + 1 })
      counts.set(termKey(lang, concept), names)
    }
  }
  const preferred = new Map<string, { name: string; item: string }>()
  for (const [key, names] of counts) {
    const [first] = [...names].sort(([, one], [, other]) => other.count - one.count || one.rank - other.rank)
    if (first !== undefined && names.size > 1) preferred.set(key, { name: first[0], item: first[1].item })
  }
  return preferred
}
