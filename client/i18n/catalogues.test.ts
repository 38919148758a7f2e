import { beforeAll, describe, expect, test } from 'vitest'
import type { MessageKey } from './catalogue.ts'
import { languages } from './languages.ts'
import { loadAllMessages, loadCatalogue } from './load-catalogue.ts'
import type { Message } from './message.ts'
import { en } from './messages/en.ts'

/** Messages that may read as in English, by language: words that really are the same, and names. */
const sameAsEnglish: Partial<Record<keyof typeof languages, MessageKey[]>> = {
  fr: [
    'role.participant',
    'phase.adopted',
    'home.as',
    'merge.alike.comma',
    'merge.alike.name',
    'merge.notesSay',
    'overview.comma',
    'overview.recommendations',
    'setup.column.invitation',
  ],
  es: [
    'home.as',
    'merge.alike.comma',
    'merge.alike.name',
    'overview.comma',
    'overview.recommendations',
    'setup.roleChanged',
  ],
  ar: ['setup.roleChanged'],
}

function texts(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message)
}

function placeholders(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort()
}

const others = Object.keys(languages).filter((language) => language !== 'en') as (keyof typeof languages)[]

beforeAll(loadAllMessages)

describe.each(others)('%s', (language) => {
  test('has every message and no other', async () => {
    expect(Object.keys(await loadCatalogue(language)).sort()).toEqual(Object.keys(en).sort())
  })

  test('says nothing in English but what is listed here', async () => {
    const catalogue = await loadCatalogue(language)
    const keys = Object.keys(en) as MessageKey[]
    const same = keys.filter((key) => texts(catalogue[key]).some((text) => texts(en[key]).includes(text)))
    expect(same.sort()).toEqual([...(sameAsEnglish[language] ?? [])].sort())
  })

  test('has every plural form that its numbers from 0 to 200 need', async () => {
    const rules = new Intl.PluralRules(language)
    const needed = new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)))
    for (const message of Object.values(await loadCatalogue(language))) {
      if (typeof message === 'object')
        expect(Object.keys(message)).toEqual(expect.arrayContaining([...needed]))
    }
  })

  test('uses no placeholder that English does not give, and all of them in the form for any number', async () => {
    const catalogue = await loadCatalogue(language)
    for (const key of Object.keys(en) as MessageKey[]) {
      const own: Message = catalogue[key]
      const english: Message = en[key]
      const given = new Set(texts(english).flatMap(placeholders))
      for (const text of texts(own)) for (const name of placeholders(text)) expect(given).toContain(name)
      const full = typeof own === 'string' ? own : own.other
      expect(new Set(placeholders(full))).toEqual(given)
    }
  })
})
