import type { CommentPart } from './thread-facts.ts'

/**
 * Gives a comment's parts in their one form: words beside words are joined, spaces at both ends are gone, a tab is a
 * space, and lines end in \n. Nothing is left of a comment without words and mentions.
 */
export function normalParts(parts: readonly CommentPart[]): CommentPart[] {
  const joined: CommentPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (typeof part !== 'string') joined.push(part)
    else if (typeof last === 'string') joined[joined.length - 1] = last + part
    else joined.push(part)
  }
  const plain = joined.map((part) =>
    typeof part === 'string' ? part.replace(/\r\n?/g, '\n').replace(/\t/g, ' ') : part,
  )
  const [first] = plain
  if (typeof first === 'string') plain[0] = first.trimStart()
  const last = plain.at(-1)
  if (typeof last === 'string') plain[plain.length - 1] = last.trimEnd()
  return plain.filter((part) => part !== '')
}

/** Counts the characters of a comment; a mention is one. */
export function commentLength(parts: readonly CommentPart[]): number {
  return parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0)
}
