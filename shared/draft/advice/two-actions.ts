import type { LanguageTables } from './language-tables.ts'
import type { Request } from './requests.ts'
import type { Sentence, Word } from './sentences.ts'

/**
 * Gives the place of a second thing that one asking asks for: "adopt a law *and train* judges". Two verbs of one object
 * ("prevent and combat trafficking") are one act, and so is what belongs to an aim ("to find victims and protect them").
 */
export function secondAction(sentence: Sentence, request: Request, tables: LanguageTables): number | null {
  const { forms, words } = sentence
  const first = skipAdverbs(sentence, request.act, tables)
  if (tables.lang === 'ar') return secondClause(sentence, first)
  if (tables.verbs.at(forms, first) === null) return null
  let hasObject = false
  for (let place = first + 1; place < words.length - 2; place += 1) {
    if (tables.subordinators.at(forms, place) !== null) return null
    const isVerb = tables.verbs.at(forms, place) !== null
    if (isVerb && opensAim(sentence, place, tables) && !isAfterAnd(sentence, place - 1, tables)) return null
    if (tables.coordinators.at(forms, place) !== null) {
      const next = skipAdverbs(sentence, place + 1, tables)
      const verb = isSameForm(sentence, next, tables)
      if (hasObject && verb !== null && isVerbHere(sentence, verb, tables)) return verb
      if (verb !== null) continue
    }
    hasObject ||= !isVerb && isObject(sentence, place, tables)
  }
  return null
}

/** "And to", "et à": the asking's own particle may be said again. */
function isSameForm({ forms }: Sentence, place: number, tables: LanguageTables): number | null {
  if (tables.verbs.at(forms, place) !== null) return place
  const isParticle = PARTICLES[tables.lang]?.has(forms[place]?.[0] ?? '') === true
  return isParticle && tables.verbs.at(forms, place + 1) !== null ? place + 1 : null
}

const PARTICLES: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['to']),
  fr: new Set(['a', 'de', 'd']),
  es: new Set(['a']),
}

function isVerbHere({ forms }: Sentence, place: number, tables: LanguageTables): boolean {
  if (tables.doubtful.at(forms, place) !== null) return tables.determiners.at(forms, place + 1) !== null
  return forms[place + 1] !== undefined
}

/** "To protect", "pour protéger": from here on verbs may belong to the aim. */
function opensAim({ forms }: Sentence, place: number, tables: LanguageTables): boolean {
  return tables.prepositions.at(forms, place - 1) !== null
}

function isAfterAnd({ forms }: Sentence, place: number, { coordinators }: LanguageTables): boolean {
  return coordinators.at(forms, place - 1) !== null
}

function isObject({ forms }: Sentence, place: number, tables: LanguageTables): boolean {
  return (
    tables.adverbs.at(forms, place) === null &&
    tables.prepositions.at(forms, place) === null &&
    tables.determiners.at(forms, place) === null &&
    tables.coordinators.at(forms, place) === null
  )
}

/** "وأن": a second "that" of the same asking, with something between the two. */
function secondClause({ words, forms }: Sentence, first: number): number | null {
  let isAim = false
  for (let place = first; place < words.length - 1; place += 1) {
    const { written, forms: read } = words[place] as Word
    if (read.some((form) => AIMS.has(form))) isAim = true
    if (/^و(?:أ|ا)ن$/u.test(written) && place - first >= 2 && !isAim && forms[place + 1] !== undefined)
      return place
  }
  return null
}

/** What opens an aim in Arabic: a "that" behind it goes on with the aim. */
const AIMS = new Set(['بحيث', 'لكي', 'كي', 'بهدف', 'بغيه', 'اجل'])

/** Gives the place of the first word from here on that says what is to be done. */
export function skipAdverbs({ forms }: Sentence, from: number, { adverbs, lang }: LanguageTables): number {
  let place = from
  while (adverbs.at(forms, place) !== null || (lang === 'en' && /.{3}ly$/.test(forms[place]?.[0] ?? '')))
    place += 1
  return place
}
