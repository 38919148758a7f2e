import { expect, it } from 'vitest'
import { findAlike } from './find-alike.ts'

const texts = [
  { key: 'a', lang: 'en', words: 'Sign written protocols on sharing information with consent.' },
  { key: 'b', lang: 'fr', words: 'Conclure des protocoles d’échange d’informations avec le consentement.' },
  { key: 'c', lang: 'en', words: 'Fund shelters in rural areas.' },
]
const question = { number: 1, texts, about: null, language: 'en', most: 10 }

it('[MG4] gives pairs with the stretches that both say, in the order of each text, and names the terms', () => {
  const [pair, ...others] = findAlike(question)
  expect(others).toEqual([])
  expect([pair?.a, pair?.b].sort()).toEqual(['a', 'b'])
  expect(pair?.terms.length).toBeGreaterThan(0)
  for (const marks of [pair?.marksA ?? [], pair?.marksB ?? []]) {
    expect(marks.length).toBeGreaterThan(0)
    for (const [index, { from }] of marks.entries())
      expect(from).toBeGreaterThanOrEqual(marks[index - 1]?.to ?? 0)
  }
})

it('[MG4] gives what looks like one text, and nothing for a text that is not there', () => {
  expect(findAlike({ ...question, about: 'b' }).map(({ a, b }) => [a, b])).toEqual([['b', 'a']])
  expect(findAlike({ ...question, about: 'nobody' })).toEqual([])
})
