import { fold } from '../../shared/names/fold.ts'

/** A piece of a text that was found; `isFound`: it is what was looked for. */
interface Piece {
  readonly text: string
  readonly isFound: boolean
}

/** Long enough for two lines of a result. */
const LENGTH = 150
/** What stands before the first word that was found. */
const LEAD = 40

/** Gives what a result shows of a text: round the first word that begins as one looked for, with all of those apart. */
export function excerptOf(text: string, words: string): Piece[] {
  const wanted = fold(words).split(' ').filter(Boolean)
  const found = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ index, 0: word }) => {
    const folded = fold(word)
    const isFound = wanted.some(
      (each) => folded.startsWith(each) || folded.replace(/^ال/, '').startsWith(each),
    )
    return isFound ? [{ from: index, to: index + word.length }] : []
  })
  const from = startOf(text, (found[0]?.from ?? 0) - LEAD)
  const to = endOf(text, from, from + LENGTH)
  const pieces: Piece[] = []
  let at = from
  const push = (end: number, isFound: boolean): void => {
    if (end > at) pieces.push({ text: text.slice(at, end), isFound })
    at = Math.max(at, end)
  }
  if (from > 0) pieces.push({ text: '… ', isFound: false })
  for (const range of found) {
    if (range.to > to) break
    push(range.from, false)
    push(range.to, true)
  }
  push(to, false)
  if (to < text.length) pieces.push({ text: '…', isFound: false })
  return pieces
}

/** A word's end at or before a place; in the middle of a word that is longer than that. */
function endOf(text: string, from: number, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space <= from ? at : space
}

/** A word's beginning at or after a place. */
function startOf(text: string, at: number): number {
  if (at <= 0) return 0
  const space = text.indexOf(' ', at)
  return space < 0 ? at : space + 1
}
