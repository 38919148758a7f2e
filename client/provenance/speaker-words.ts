import { parseSpeakers } from '../../shared/meeting/attribution.ts'
import type { MechanismFact } from '../../shared/meeting/facts.ts'
import { countryName, countryOf } from '../../shared/names/country-name.ts'
import type { NameLanguage } from '../../shared/names/name-language.ts'
import { nameWords } from '../../shared/names/name-words.ts'

/** Who said something, as pages inside the meeting write it: `Finland`, and smaller `National Rapporteur`. */
export interface SpeakerWords {
  readonly name: string
  /** Null where there is no more to say than the name, or several spoke together. */
  readonly mechanism: string | null
}

/** Names a line's speaker inside the meeting, where countries are named; null: nobody was. */
export function speakerWords(
  speaker: string | null,
  mechanisms: ReadonlyMap<string, MechanismFact>,
  language: NameLanguage,
): SpeakerWords | null {
  const found = parseSpeakers(speaker).flatMap((one): SpeakerWords[] => {
    if (one.kind === 'chair') return [{ name: nameWords[language].chair, mechanism: null }]
    if (one.kind === 'guest') return [{ name: one.name, mechanism: null }]
    const mechanism = mechanisms.get(one.id)
    if (mechanism === undefined) return []
    const hasCountry = countryOf(mechanism, language) !== null
    return [
      {
        name: countryName(mechanism, language),
        mechanism: hasCountry ? mechanism.shortName || mechanism.name : null,
      },
    ]
  })
  const [first, ...others] = found
  if (first === undefined) return null
  if (others.length === 0) return first
  return { name: found.map(({ name }) => name).join(nameWords[language].comma), mechanism: null }
}
