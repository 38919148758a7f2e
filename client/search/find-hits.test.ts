import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../shared/names/fold.ts'
import { findHits, foldText, foldWords } from './find-hits.ts'

function hits(text: string, words: string): string[] {
  const found = findHits(foldText([{ text, at: 0 }]), foldWords(words))
  return found.map(({ from, to }) => text.slice(from, to))
}

describe('finding words in a text', () => {
  it.each([
    ['The États and the états', 'etats', ['États', 'états']],
    ['The e\u0301tats', 'ÉTATS', ['e\u0301tats']],
    ['Straße', 'strasse', ['Straße']],
    ['اعتمدت الدولة إستراتيجية', 'استراتيجيه', ['إستراتيجية']],
    ['اعتمدت الدَّوْلة', 'دولة', ['دَّوْلة']],
    ['عـــام ١٢', 'عام 12', ['عـــام ١٢']],
    ['one two,  three', 'two three', ['two,  three']],
    ['data, metadata', 'data', ['data', 'data']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['nothing', ' … ', []],
    ['nothing', '', []],
  ])('in "%s" "%s" is %j', (text, words, expected) => {
    expect(hits(text, words)).toEqual(expected)
  })

  it('finds what a mention says at its one place', () => {
    const text = foldText([
      { text: 'As ', at: 10 },
      { text: 'Côte d’Ivoire', at: 13, isWhole: true },
      { text: ' said', at: 14 },
    ])
    expect(findHits(text, foldWords('cote'))).toEqual([{ from: 13, to: 14 }])
    expect(findHits(text, foldWords('as cote d ivoire said'))).toEqual([{ from: 10, to: 19 }])
  })

  it('compares texts as the search through the meeting does', () => {
    const characters = [...'aZéÉßœŁ١7.,’ \n-٪آأإةىـ', 'e\u0301', 'دَّ', '\u{1D400}', '…']
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...characters) }), (text) => {
        expect(foldWords(text)).toBe(fold(text))
      }),
    )
  })
})
