import type { Catalogue } from './catalogue.ts'
import type { Language } from './languages.ts'
import { first as english } from './messages/en/first.ts'

// Two parts for each language: what the first pages say, and the rest, so that joining waits for no words of the draft.

const catalogues = new Map<Language, Catalogue>()
const complete = new Set<Language>()
let wantsAll = false

/** The words of the first pages in English: always at hand. */
export const englishFirst: Catalogue = keep('en', english)

/** Loads a language's messages: those of the first pages, and all once somebody has asked for all. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const catalogue = catalogues.get(language) ?? keep(language, await loadFirst(language))
  if (wantsAll) await complement(language, catalogue)
  return catalogue
}

/** Loads the words of the other pages too. Pages that say them are shown after this only. */
export async function loadAllMessages(): Promise<void> {
  wantsAll = true
  await Promise.all([...catalogues].map(([language, catalogue]) => complement(language, catalogue)))
}

// The words come into the very object that `t` reads: nothing has to be drawn again for words that nobody has said yet.
async function complement(language: Language, catalogue: Catalogue): Promise<void> {
  if (complete.has(language)) return
  Object.assign(catalogue, await loadLater(language))
  complete.add(language)
}

function keep(language: Language, part: Partial<Catalogue>): Catalogue {
  // Whole only once complemented; until then nobody asks for what is missing.
  const catalogue = { ...part } as Catalogue
  catalogues.set(language, catalogue)
  return catalogue
}

async function loadFirst(language: Language): Promise<Partial<Catalogue>> {
  switch (language) {
    case 'en':
      return english
    case 'fr':
      return (await import('./messages/fr/first.ts')).first
    case 'es':
      return (await import('./messages/es/first.ts')).first
    case 'ar':
      return (await import('./messages/ar/first.ts')).first
  }
}

async function loadLater(language: Language): Promise<Partial<Catalogue>> {
  switch (language) {
    case 'en':
      return (await import('./messages/en/later.ts')).later
    case 'fr':
      return (await import('./messages/fr/later.ts')).later
    case 'es':
      return (await import('./messages/es/later.ts')).later
    case 'ar':
      return (await import('./messages/ar/later.ts')).later
  }
}
