import { expect, it } from 'vitest'
import { languageName, otherLanguages, UN_LANGUAGES } from './language-names.ts'

it.each([
  ['fr', 'Français'],
  ['es', 'Español'],
  ['ar', 'العربية'],
  ['ru', 'Русский'],
  ['no such thing', 'no such thing'],
])('the language %s is called %s', (lang, name) => {
  expect(languageName(lang)).toBe(name)
})

it('the other languages are by their own names, each once, and none of the United Nations’', () => {
  const all = otherLanguages('en')
  expect(all.find(({ lang }) => lang === 'pt')?.name).toBe('Português')
  expect(new Set(all.map(({ lang }) => lang)).size).toBe(all.length)
  expect(all.filter(({ lang }) => UN_LANGUAGES.includes(lang))).toEqual([])
})
