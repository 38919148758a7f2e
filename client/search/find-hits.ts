import { fold } from '../../shared/names/fold.ts'

/** A part of a text: its characters stand one after the other from `at`, or, `isWhole`, all of them at that one place. */
export interface TextPart {
  readonly text: string
  readonly at: number
  readonly isWhole?: boolean
}

/** A text as searches compare it, and where each of its characters stands in the text that it was made of. */
export interface FoldedText {
  readonly text: string
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** Where words stand in a text. */
export interface Hit {
  readonly from: number
  readonly to: number
}

const folded = new Map<string, string>()

/** Gives a text without what searches leave out: accents, capitals, Arabic letter forms, all but letters and digits. */
export function foldText(parts: readonly TextPart[]): FoldedText {
  const from: number[] = []
  const to: number[] = []
  let text = ''
  for (const { text: words, at, isWhole = false } of parts) {
    let offset = at
    for (const character of words) {
      const start = isWhole ? at : offset
      const end = isWhole ? at + 1 : offset + character.length
      offset += character.length
      const letters = foldCharacter(character)
      // An accent of its own belongs to the letter before it, a second space to the first.
      if (letters === '' || (letters === ' ' && text.endsWith(' '))) {
        if (to.length > 0) to[to.length - 1] = end
        continue
      }
      text += letters
      for (let unit = 0; unit < letters.length; unit++) {
        from.push(start)
        to.push(end)
      }
    }
  }
  return { text, from, to }
}

/** Gives words as `findHits` looks for them; empty: there is nothing to look for. */
export function foldWords(words: string): string {
  return foldText([{ text: words, at: 0 }]).text.trim()
}

/** Finds folded words in a folded text, also inside longer words; no two hits overlap. */
export function findHits({ text, from, to }: FoldedText, words: string): Hit[] {
  const hits: Hit[] = []
  if (words === '') return hits
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    hits.push({ from: from[at] ?? 0, to: to[at + words.length - 1] ?? 0 })
  return hits
}

/** `fold`, of one character: a space for what stands between words, nothing for what belongs to the character before. */
function foldCharacter(character: string): string {
  const known = folded.get(character)
  if (known !== undefined) return known
  const letters = /[\p{M}\u0640\u200c\u200d]/u.test(character) ? '' : fold(character) || ' '
  folded.set(character, letters)
  return letters
}
