import type { MechanismFact } from '../meeting/facts.ts'
import { alpha2Of } from './iso-countries.ts'
import type { NameLanguage } from './name-language.ts'

/** Gives the country a mechanism belongs to, in a language; null where it belongs to none. */
export function countryOf(
  { code, country }: Pick<MechanismFact, 'code' | 'country'>,
  language: NameLanguage,
): string | null {
  const alpha2 = alpha2Of(code)
  if (alpha2 !== null) return regionNames(language).of(alpha2) ?? alpha2
  return country === null || country.trim() === '' ? null : country
}

/** Gives what stands for a mechanism in a list of countries: its country, or its own short name where it has none. */
export function countryName(mechanism: MechanismFact, language: NameLanguage): string {
  return countryOf(mechanism, language) ?? (mechanism.shortName || mechanism.name)
}

/**
 * Gives the mechanisms alphabetically by country in a language (domain.md), those of one country by their names. The
 * order is the same wherever the same names are.
 */
export function sortMechanisms(
  mechanisms: ReadonlyMap<string, MechanismFact>,
  language: NameLanguage,
): [id: string, mechanism: MechanismFact][] {
  const { compare } = collator(language)
  const named = [...mechanisms].map(([id, mechanism]) => ({
    id,
    mechanism,
    country: countryName(mechanism, language),
  }))
  named.sort(
    (one, other) =>
      compare(one.country, other.country) ||
      compare(one.mechanism.name, other.mechanism.name) ||
      (one.id < other.id ? -1 : 1),
  )
  return named.map(({ id, mechanism }) => [id, mechanism])
}

const names = new Map<NameLanguage, Intl.DisplayNames>()
const collators = new Map<NameLanguage, Intl.Collator>()

// Both are slow to make and wanted for every line.
function regionNames(language: NameLanguage): Intl.DisplayNames {
  const known = names.get(language) ?? new Intl.DisplayNames([language], { type: 'region' })
  names.set(language, known)
  return known
}

/** Gives the alphabetical order of a language. */
export function collator(language: NameLanguage): Intl.Collator {
  const known = collators.get(language) ?? new Intl.Collator(language)
  collators.set(language, known)
  return known
}
