import type { Addressee } from './addressees.ts'
import type { Asking, LanguageTables } from './language-tables.ts'
import type { Sentence, Word } from './sentences.ts'

interface Span {
  readonly start: number
  readonly end: number
}

/** Who is asked by one asking, and where what is asked for begins. */
export interface Asked {
  readonly addressees: readonly Addressee[]
  readonly asksNobody: boolean
  readonly act: number
}

/** Words between "urges" and "to" in which who is urged may stand. */
const REACH = 24
/** Words after an Arabic verb in which its subject stands. */
const NEXT = 2
/** Letters between two actors of one subject: "and the ". */
const TOGETHER = 10

/** Reads who is asked, before or after the words that ask. */
export function whoIsAsked(
  sentence: Sentence,
  span: Span,
  asked: Asking['asked'],
  tables: LanguageTables,
): Asked {
  if (asked === 'nobody') return { addressees: [], asksNobody: true, act: span.end }
  if (asked === 'after') return askedAfter(sentence, span, tables)
  const addressees = actorsIn(sentence, { start: 0, end: span.start }, tables)
  if (addressees.length > 0) return { addressees, asksNobody: false, act: span.end }
  const agents = agentsOfPassive(sentence, span.end, tables)
  if (agents === null) return { addressees, asksNobody: isThing(sentence, span.start, tables), act: span.end }
  return { addressees: agents, asksNobody: agents.length === 0, act: span.end }
}

function askedAfter(sentence: Sentence, { end }: Span, tables: LanguageTables): Asked {
  const { forms, words } = sentence
  const isArabic = tables.lang === 'ar'
  if (isArabic && asksForAThing(sentence, end, tables)) return { addressees: [], asksNobody: true, act: end }
  // "Recommends that".
  if (!isArabic && tables.until.at(forms, end - 1) !== null)
    return { addressees: subjectFrom(sentence, end, tables), asksNobody: false, act: end }
  const most = Math.min(words.length, end + REACH)
  let until = end
  // "Exhorte *à* la communauté" does not open what is asked for: something must stand between.
  while (until < most && (until === end || tables.until.at(forms, until) === null)) until += 1
  // "Recommande *aux* États", "exhorta *a* los Estados".
  const addressees = actorsIn(sentence, { start: end, end: until }, tables, true)
  const act = Math.min(until + 1, words.length)
  if (addressees.length > 0) return { addressees, asksNobody: false, act }
  // "Que les États adoptent", "أن تعتمد الدول": who acts stands beside the verb.
  const opens = tables.until.at(forms, end) !== null ? end + 1 : act
  const inside = isArabic
    ? actorsIn(sentence, { start: opens + 1, end: opens + 1 + NEXT }, tables)
    : subjectFrom(sentence, opens, tables)
  if (inside.length > 0) return { addressees: inside, asksNobody: false, act: opens }
  return { addressees: [], asksNobody: until - end <= 2, act: opens }
}

/** Gives the first actors of a clause that belong together. */
function subjectFrom(sentence: Sentence, start: number, tables: LanguageTables): Addressee[] {
  const all = actorsIn(sentence, { start, end: start + REACH }, tables)
  const apart = all.findIndex(({ from }, index) => index > 0 && from - (all[index - 1]?.to ?? 0) > TOGETHER)
  return apart < 0 ? all : all.slice(0, apart)
}

/** "ينبغي إنشاء", "يوصى بعقد": a noun of action straight after the verb is asked of nobody. */
function asksForAThing({ words, forms }: Sentence, place: number, { verbs }: LanguageTables): boolean {
  const written = words[place]?.written ?? ''
  return verbs.at(forms, place) !== null || (/^ب/.test(written) && !/^ب[أا]ن/.test(written))
}

/** Gives the actors of a part of a sentence that are not behind a preposition. */
function actorsIn(
  sentence: Sentence,
  { start, end }: Span,
  tables: LanguageTables,
  mayOpenWithPreposition = false,
): Addressee[] {
  const { forms, words } = sentence
  const found: Addressee[] = []
  const isIntroduced = tables.prepositions.at(forms, start) !== null
  let isBehind = false
  for (let place = start; place < Math.min(end, words.length); ) {
    const word = words[place] as Word
    // "In cooperation with civil society, States": the comma ends what the preposition began.
    if (isIntroduced && word.gap.includes(',')) isBehind = false
    const actor = isBlocked(word, tables.lang) ? null : tables.actors.at(forms, place)
    if (actor !== null && !isBehind && standsAlone(sentence, place + actor.words, end, tables)) {
      const last = words[place + actor.words - 1] as Word
      found.push({ kind: actor.value, from: word.from, to: last.to, isImplied: false })
    }
    const isOpening = mayOpenWithPreposition && place === start
    if (actor === null && !isOpening && tables.prepositions.at(forms, place) !== null) isBehind = true
    place += actor?.words ?? 1
  }
  return found
}

/** "By the States" is one word in Arabic. */
function isBlocked({ forms: [written = ''] }: Word, lang: string): boolean {
  return lang === 'ar' && /^[وف]?[بك]ال/.test(written)
}

/** "States" asks them; "State institutions" and "States’ reports" ask something else. */
function standsAlone(sentence: Sentence, place: number, end: number, tables: LanguageTables): boolean {
  const { forms, words } = sentence
  const next = words[place]
  if (next === undefined || place >= end) return true
  if (tables.lang !== 'en') return true
  if (/^[’']/.test(next.gap)) return false
  if (/[,(:)[\]–—]/.test(next.gap)) return true
  return (
    FOLLOWERS.has(forms[place]?.[0] ?? '') ||
    tables.prepositions.at(forms, place) !== null ||
    tables.verbs.at(forms, place) !== null
  )
}

const FOLLOWERS = new Set(
  `and or that which who whose whom themselves alike also both concerned involved including parties alone together
  should must shall jointly then therefore not still both not that have has are is responsible parties`.split(
    /\s+/,
  ),
)

/** Gives who does what stands in the passive after an asking; null: it is no passive. */
function agentsOfPassive(sentence: Sentence, end: number, tables: LanguageTables): Addressee[] | null {
  const { forms, words } = sentence
  let place = end
  while (place < words.length && tables.adverbs.at(forms, place) !== null) place += 1
  if (tables.beings.at(forms, place) === null) return null
  place += 1
  while (place < words.length && tables.adverbs.at(forms, place) !== null) place += 1
  if (!tables.words.passiveEndings.test(forms[place]?.[0] ?? '')) return null
  for (let agent = place + 1; agent < words.length; agent += 1) {
    if (tables.agents.at(forms, agent) === null) continue
    const actors = actorsIn(
      sentence,
      { start: agent + 1, end: Math.min(words.length, agent + REACH) },
      tables,
    )
    if (actors.length > 0) return actors
  }
  return []
}

/** Whether the subject before an asking is a thing: "evaluation should". */
function isThing({ forms, words }: Sentence, end: number, tables: LanguageTables): boolean {
  let start = 0
  let stop = start
  const introduced = tables.prepositions.at(forms, 0) !== null
  if (introduced) {
    while (start < end && (start === 0 || !(words[start] as Word).gap.includes(','))) start += 1
    stop = start
  }
  while (
    stop < end &&
    tables.prepositions.at(forms, stop) === null &&
    tables.subordinators.at(forms, stop) === null
  )
    stop += 1
  const subject = forms.slice(start, stop).map(([form = '']) => form)
  const telling = tables.words.head === 'last' ? subject.slice(-1) : subject.slice(0, 3)
  const places = tables.words.head === 'last' ? [stop - 1] : [start, start + 1, start + 2]
  return (
    telling.some((form) => form.length > 5 && tables.words.thingEndings.test(form)) ||
    places.some((place) => place >= start && place < stop && tables.things.at(forms, place) !== null)
  )
}
