import { mergePieces } from './inlines.ts'
import type { Inline } from './report.ts'

const PUNCTUATION = '.,;:!?\u2026\u060C\u061B\u061F'
const AT_START = new RegExp(`^[${PUNCTUATION}]+`)
const AT_END = new RegExp(`[${PUNCTUATION}]+$`)

/**
 * Puts the marks of footnotes where the language has them: before punctuation in French and Spanish, after it in
 * English (domain.md); elsewhere they stay.
 */
export function placeNotes(inlines: readonly Inline[], lang: string): Inline[] {
  const primary = lang.split('-')[0]?.toLowerCase()
  if (!inlines.some(({ kind }) => kind === 'note')) return [...inlines]
  if (primary === 'en') return shift(inlines, 'behind')
  return primary === 'fr' || primary === 'es' ? shift(inlines, 'before') : [...inlines]
}

function shift(inlines: readonly Inline[], side: 'behind' | 'before'): Inline[] {
  // Towards the front, the list is walked from the back, so that the marks of one place keep their order.
  const line = side === 'behind' ? [...inlines] : [...inlines].reverse()
  const pattern = side === 'behind' ? AT_START : AT_END
  for (let at = 0; at < line.length; at++) {
    if (line[at]?.kind !== 'note') continue
    let next = at + 1
    while (line[next]?.kind === 'note') next++
    const text = line[next]
    if (text?.kind !== 'text') continue
    const punctuation = pattern.exec(text.text)?.[0]
    if (punctuation === undefined) continue
    const rest =
      side === 'behind' ? text.text.slice(punctuation.length) : text.text.slice(0, -punctuation.length)
    const notes = line.slice(at, next)
    const pieces: Inline[] = [{ ...text, text: punctuation }, ...notes]
    if (rest !== '') pieces.push({ ...text, text: rest })
    line.splice(at, next - at + 1, ...pieces)
    at += notes.length
  }
  return mergePieces(side === 'behind' ? line : line.reverse())
}
