import { describe, expect, it } from 'vitest'
import { type ComposedText, mentionAt, partsOf, putMention, textOf } from './mention-text.ts'

const kaya = { of: 'member', id: 'a-kaya', label: 'A. Kaya' } as const
const austria = { of: 'mechanism', id: 'aut', label: 'Austria, National Coordinator' } as const

describe('the parts of a comment', () => {
  it.each<[string, ComposedText, unknown[]]>([
    ['words alone are one part', { text: 'Keep it.', mentions: [kaya] }, ['Keep it.']],
    [
      'a label that stands whole is its mention',
      { text: '@A. Kaya, ask @Austria, National Coordinator again', mentions: [kaya, austria] },
      [{ of: 'member', id: 'a-kaya' }, ', ask ', { of: 'mechanism', id: 'aut' }, ' again'],
    ],
    ['a label that was changed is words', { text: 'ask @A. Kay', mentions: [kaya] }, ['ask @A. Kay']],
    [
      'the longer of two labels is meant',
      { text: '@A. Kaya-Lind', mentions: [kaya, { of: 'member', id: 'l', label: 'A. Kaya-Lind' }] },
      [{ of: 'member', id: 'l' }],
    ],
    ['space around it is not sent', { text: '\n Two\nlines \n', mentions: [] }, ['Two\nlines']],
  ])('%s', (_title, composed, parts) => {
    expect(partsOf(composed)).toEqual(parts)
  })

  it('read again to be edited, they are the same parts', () => {
    const composed = { text: 'With @A. Kaya and @A. Kaya', mentions: [kaya] }
    const again = textOf(partsOf(composed), () => 'A. Kaya')
    expect(again).toEqual(composed)
  })
})

describe('what is typed after an @', () => {
  it.each<[string, number, unknown]>([
    ['ask @ka', 7, { from: 4, words: 'ka' }],
    ['@', 1, { from: 0, words: '' }],
    ['ask @costa r', 12, { from: 4, words: 'costa r' }],
    ['a@b.org', 7, null],
    ['@ then', 6, null],
    ['@kaya\nnext', 10, null],
    ['@one two three four five', 24, null],
    ['no sign', 7, null],
  ])('in %j at %i', (text, caret, found) => {
    expect(mentionAt(text, caret)).toEqual(found)
  })

  it('gives way to the mention, and the caret stands behind it', () => {
    const typed = { text: 'ask @ka about it', mentions: [] }
    const { composed, caret } = putMention(typed, { from: 4, words: 'ka' }, kaya)
    expect(composed).toEqual({ text: 'ask @A. Kaya about it', mentions: [kaya] })
    expect(composed.text.slice(0, caret)).toBe('ask @A. Kaya ')
  })
})
