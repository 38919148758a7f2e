import { countryName } from '../../shared/names/country-name.ts'
import type { Language } from '../i18n/languages.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { Present } from '../meeting/present.ts'

/** Says who somebody is: name, role, and the country of the mechanism they speak for. */
export function personWords(
  t: Translate,
  language: Language,
  { mechanisms }: Meeting,
  { name, role, mechanism }: Pick<Present, 'name' | 'role' | 'mechanism'>,
): string {
  const fact = mechanism === null ? undefined : mechanisms.get(mechanism)
  const parts = [name, t(`role.${role}`), ...(fact === undefined ? [] : [countryName(fact, language)])]
  return parts.join(language === 'ar' ? '، ' : ', ')
}
