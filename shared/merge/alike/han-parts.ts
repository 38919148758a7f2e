import { hanTerms } from './phrase-tree.ts'
import { HAN_STOPS } from './stop-words.ts'
import { conceptTerm, type Term } from './term.ts'
import type { WordToken } from './word-tokens.ts'

/** Reads a run of Han characters: the lexicon's longest terms, and pairs of characters where it has none. */
export function hanParts({ word, from }: WordToken): Term[] {
  const { concepts, longest } = hanTerms()
  const parts: Term[] = []
  let before: { letter: string; at: number } | null = null
  for (let at = 0; at < word.length; ) {
    const found = longestTerm(word, at, concepts, longest)
    if (found !== null) {
      for (const index of found.concepts)
        parts.push(conceptTerm(index, from + at, from + at + found.length, found.length / 2))
      at += found.length
      before = null
      continue
    }
    const letter = String.fromCodePoint(word.codePointAt(at) as number)
    if (HAN_STOPS.has(letter)) before = null
    else {
      if (before !== null)
        parts.push({
          key: `zh:${before.letter}${letter}`,
          concept: null,
          from: from + before.at,
          to: from + at + letter.length,
          words: 1,
        })
      before = { letter, at }
    }
    at += letter.length
  }
  return parts
}

function longestTerm(
  word: string,
  at: number,
  concepts: ReadonlyMap<string, readonly number[]>,
  longest: number,
): { concepts: readonly number[]; length: number } | null {
  for (let length = Math.min(longest, word.length - at); length > 0; length--) {
    const found = concepts.get(word.slice(at, at + length))
    if (found !== undefined) return { concepts: found, length }
  }
  return null
}
