import { describe, expect, it } from 'vitest'
import { countWords } from './count-words.ts'

describe('counting words', () => {
  it.each([
    ['', 0],
    [' … – ', 0],
    ['The 3 States agreed.', 4],
    ['L’État doit agir', 3],
    ['اعتمدت الدولة استراتيجية وطنية.', 4],
  ])('of "%s" there are %i', (text, words) => {
    expect(countWords(text)).toBe(words)
  })
})
