import { diffWords, type Replacement } from '../merge/word-diff.ts'

/**
 * Gives the edits that bring a correction into a line as it reads now, or null where the line was rewritten at the same
 * place: then a person has to look. None: the line says it already. Word by word, so that what others changed elsewhere
 * in the line stays.
 */
export function rebaseCorrection(
  { before, text }: { readonly before: string; readonly text: string },
  now: string,
): Replacement[] | null {
  const others = diffWords(before, now)
  const edits: Replacement[] = []
  for (const edit of diffWords(before, text)) {
    if (others.some((other) => isSame(edit, other))) continue
    // Side by side is too near: "five" beside "hundred" is another number.
    if (others.some(({ from, to }) => from <= edit.to && edit.from <= to)) return null
    const moved = others.reduce(
      (sum, { from, to, insert }) => (to < edit.from ? sum + insert.length - (to - from) : sum),
      0,
    )
    edits.push({ ...edit, from: edit.from + moved, to: edit.to + moved })
  }
  return edits
}

function isSame(one: Replacement, other: Replacement): boolean {
  return one.from === other.from && one.to === other.to && one.insert === other.insert
}
