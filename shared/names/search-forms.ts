import type { MechanismFact } from '../meeting/facts.ts'
import { countryOf } from './country-name.ts'
import { fold } from './fold.ts'
import { alpha2Of } from './iso-countries.ts'
import { NAME_LANGUAGES } from './name-language.ts'

/**
 * Gives everything a mechanism can be found by, folded and each once: its country in every language, its codes, its
 * name and its short name.
 */
export function searchForms(mechanism: MechanismFact): readonly string[] {
  const { code, name, shortName } = mechanism
  const countries = NAME_LANGUAGES.map((language) => countryOf(mechanism, language))
  const written = [...countries, alpha2Of(code), code, shortName, name].flatMap((form) =>
    form === null ? [] : fold(form),
  )
  const forms = new Set([...written, ...written.map(withoutArticles)])
  forms.delete('')
  return [...forms]
}

/** Tells whether what is typed begins any word of any of the forms; several words have to follow each other there. */
export function matchesSearch(forms: readonly string[], typed: string): boolean {
  const wanted = fold(typed)
  return forms.some((form) => form.startsWith(wanted) || form.includes(` ${wanted}`))
}

/** Arabic writes its article onto the word; people search for the word. */
function withoutArticles(form: string): string {
  return form.replace(/(^| )ال(?=\S{2})/g, '$1')
}
