/** A word as it stands in a text: UTF-16 offsets. A run of Han characters is one. */
export interface WordToken {
  readonly from: number
  readonly to: number
  readonly word: string
}

// Marks and tatweel belong to the word they stand in: vowelled Arabic would fall apart without them.
const WORDS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}\u0640])+/gu

/** Gives the words of a text, in order. */
export function wordTokens(text: string): WordToken[] {
  const tokens: WordToken[] = []
  for (const match of text.matchAll(WORDS))
    tokens.push({ from: match.index, to: match.index + match[0].length, word: match[0] })
  return tokens
}
