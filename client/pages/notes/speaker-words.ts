import { parseSpeakers, type Speaker } from '../../../shared/meeting/attribution.ts'
import type { MechanismFact } from '../../../shared/meeting/facts.ts'
import { countryName, sortMechanisms } from '../../../shared/names/country-name.ts'
import { fold } from '../../../shared/names/fold.ts'
import { NAME_LANGUAGES, type NameLanguage } from '../../../shared/names/name-language.ts'
import { nameWords } from '../../../shared/names/name-words.ts'
import { searchForms } from '../../../shared/names/search-forms.ts'
import type { SpeakerChoice } from '../../editor/notes/speaker-query.ts'

type Mechanisms = ReadonlyMap<string, MechanismFact>

/** Words of the page that names are completed with. */
export interface SpeakerTerms {
  readonly guest: string
  readonly unknown: string
}

/** Says who a line's `speaker` names, as the gutter shows it: country and short name; several side by side. */
export function speakerWords(
  speaker: string,
  mechanisms: Mechanisms,
  language: NameLanguage,
  terms: SpeakerTerms,
): { readonly name: string; readonly detail: string } {
  const named = parseSpeakers(speaker).map((each) => wordsOf(each, mechanisms, language, terms))
  if (named.length === 0) return { name: terms.unknown, detail: '' }
  const { comma } = nameWords[language]
  return {
    name: named.map(({ name }) => name).join(comma),
    detail: named.length === 1 ? (named[0]?.detail ?? '') : '',
  }
}

function wordsOf(
  speaker: Speaker,
  mechanisms: Mechanisms,
  language: NameLanguage,
  terms: SpeakerTerms,
): { name: string; detail: string } {
  switch (speaker.kind) {
    case 'chair':
      return { name: nameWords[language].chair, detail: '' }
    case 'guest':
      return { name: speaker.name, detail: terms.guest }
    case 'mechanism': {
      const mechanism = mechanisms.get(speaker.id)
      if (mechanism === undefined) return { name: terms.unknown, detail: '' }
      const name = countryName(mechanism, language)
      return { name, detail: mechanism.shortName === name ? '' : mechanism.shortName }
    }
  }
}

/** Gives all who may speak, in the order of the language: mechanisms by country, then the chair. */
export function speakerChoices(mechanisms: Mechanisms, language: NameLanguage): SpeakerChoice[] {
  const choices = sortMechanisms(mechanisms, language).map(([id, mechanism]) => ({
    value: `m:${id}`,
    name: countryName(mechanism, language),
    detail: mechanism.shortName,
    forms: searchForms(mechanism),
  }))
  const chair = {
    value: 'chair',
    name: nameWords[language].chair,
    detail: '',
    forms: NAME_LANGUAGES.map((each) => fold(nameWords[each].chair)),
  }
  return [...choices, chair]
}

/** Gives the choice of a guest by name. A comma would read as several speakers. */
export function guestChoice(name: string, terms: SpeakerTerms): SpeakerChoice {
  return { value: `guest:${name.trim()}`, name: name.trim(), detail: terms.guest, forms: [] }
}
