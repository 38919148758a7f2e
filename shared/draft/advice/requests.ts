import type { Addressee } from './addressees.ts'
import type { Asking, LanguageTables } from './language-tables.ts'
import type { Found, PhraseTable } from './phrase-table.ts'
import type { Sentence } from './sentences.ts'
import { whoIsAsked } from './who-is-asked.ts'
import type { Rung } from './words/language-words.ts'

/** One asking of a sentence: "States should", "urges States to", or a bare "Ratify". */
export interface Request {
  /** `report`: somebody should; `upr`: the bare verb. */
  readonly grammar: 'report' | 'upr'
  /** Null: the bare verb stands on no rung. */
  readonly rung: Rung | null
  /** Places of the words that ask. */
  readonly start: number
  readonly end: number
  /** Place of what is asked for: the words after the asking, and after who is asked. */
  readonly act: number
  readonly addressees: readonly Addressee[]
  /** Nobody can be asked so: the passive without an agent, a thing as the subject. */
  readonly asksNobody: boolean
}

/** Gives the askings of a sentence, in order. The first says who is asked; others follow an "and". */
export function readRequests(sentence: Sentence, tables: LanguageTables): readonly Request[] {
  const bare = bareVerb(sentence, tables)
  const requests: Request[] = bare === null ? [] : [bare]
  for (let place = 0; place < sentence.words.length; ) {
    const found = tables.asking.at(sentence.forms, place) ?? (place === 0 ? onWhom(sentence, tables) : null)
    if (found === null || (bare !== null && place <= bare.end)) {
      place += 1
      continue
    }
    const span = { start: place, end: place + found.words }
    const isFirst = requests.length === 0
    if (isFirst || followsAnd(sentence, place, tables)) {
      const who = isFirst
        ? whoIsAsked(sentence, span, found.value.asked, tables)
        : { addressees: [], asksNobody: false, act: span.end }
      // "The programme which the Special Rapporteur urges" is another's asking, and only spoken of.
      requests.push({ grammar: 'report', rung: found.value.rung, ...span, ...who })
    }
    place = span.end
  }
  return requests
}

/** "Ratify the Convention": the sentence begins with what is to be done. */
function bareVerb(sentence: Sentence, tables: LanguageTables): Request | null {
  const first = sentence.words[0]
  const verb = tables.verbs.at(sentence.forms, 0)
  if (first === undefined || verb === null || sentence.words.length < 3) return null
  const asks = has(sentence, tables.asking, 1)
  const isDoubtful = tables.doubtful.at(sentence.forms, 0) !== null
  if (isDoubtful && (asks || tables.determiners.at(sentence.forms, 1) === null)) return null
  // A noun of action that begins a sentence is its subject where somebody "should".
  if (tables.lang === 'ar' && asks) return null
  const { from, to } = first
  const addressee: Addressee = { kind: 'states', from, to, isImplied: true }
  return {
    grammar: 'upr',
    rung: null,
    start: 0,
    end: 1,
    act: 0,
    addressees: [addressee],
    asksNobody: false,
  }
}

/** "على الدول أن": on whom it is, at the very start. */
function onWhom({ forms }: Sentence, { lang }: LanguageTables): Found<Asking> | null {
  const isOn = lang === 'ar' && forms[0]?.includes('علي') === true
  const opens = isOn && forms.slice(1, WITHIN).some((word) => word[0] === 'ان')
  return opens ? { value: { rung: 2, asked: 'after' }, words: 1 } : null
}

/** Words in which the verb must follow "it is on". */
const WITHIN = 8

function followsAnd({ forms }: Sentence, place: number, { coordinators, adverbs }: LanguageTables): boolean {
  let before = place - 1
  while (before > 0 && adverbs.at(forms, before) !== null) before -= 1
  return before > 0 && coordinators.at(forms, before) !== null
}

function has({ forms }: Sentence, phrases: PhraseTable<unknown>, from: number): boolean {
  return forms.some((_, place) => place >= from && phrases.at(forms, place) !== null)
}
