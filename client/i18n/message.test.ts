import { expect, test } from 'vitest'
import type { Catalogue } from './catalogue.ts'
import { chooseLanguage } from './languages.ts'
import { formatMessage } from './message.ts'
import { shell } from './messages/ar/shell.ts'
import { en } from './messages/en.ts'
import { createTranslate } from './translate.ts'

test('puts values in, numbers in Western digits grouped as the language does', () => {
  expect(formatMessage('en', '{name} sent {count}', { name: 'Ana', count: 1234 })).toBe('Ana sent 1,234')
  expect(formatMessage('ar', '{count}', { count: 14 })).toBe('14')
})

test('leaves a placeholder without a value as it stands', () => {
  expect(formatMessage('en', 'Hello {name}')).toBe('Hello {name}')
})

test.each([
  [1, 'one'],
  [2, 'two'],
  [3, 'few'],
  [14, 'many'],
  [100, 'other'],
] as const)('Arabic says %d in its form "%s"', (count, form) => {
  const forms = shell['shell.banner.offline']
  expect(createTranslate('ar', { ...(en as Catalogue), ...shell })('shell.banner.offline', { count })).toBe(
    forms[form]?.replace('{count}', String(count)),
  )
})

test('a message asks for exactly its own values', () => {
  const t = createTranslate('en', en)
  expect(t('language.label')).toBe('Language')
  // @ts-expect-error: the number is missing
  expect(t('shell.banner.offline')).toContain('{count}')
})

test.each([
  ['ar', ['fr'], 'ar'],
  [undefined, ['de-AT', 'fr-CA', 'en'], 'fr'],
  ['klingon', ['ES-mx'], 'es'],
  ['toString', [], 'en'],
] as const)('with %s kept and %j preferred, the language is %s', (stored, preferred, language) => {
  expect(chooseLanguage(stored, preferred)).toBe(language)
})
