import type { Statement, StatementBlock } from '../../shared/statements/statement.ts'
import { decodeText } from './decode-text.ts'
import { MAX_PARAGRAPHS } from './statement-limits.ts'
import { tidyRuns } from './statement-runs.ts'
import { withTypedNumber } from './typed-number.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Begins an item of a list or a numbered paragraph, so that a new line is a new paragraph. */
const ITEM = /^\s*([-*•–]\s+|\(?(\p{Nd}{1,3}(\.\p{Nd}{1,3}){0,3}|\p{L}{1,4})[.)]\s+)/u
const BULLET = /^\s*[-*•–]\s+(?=\S)/
/** A text whose lines are no longer than this was cut at a width, as in a letter or a mail. */
const MAX_CUT_LINE = 100
const MIN_CUT_LINE = 40

/**
 * Reads a plain text. Paragraphs are apart by empty lines where it is cut at a width; where each line is a paragraph,
 * each becomes one. Every word is in a block.
 */
export function readText(bytes: Uint8Array): Statement {
  const { text, isGuessed } = decodeText(bytes)
  const lines = text.split(/\r\n?|\n|\u2028|\u2029|\f/)
  if (lines.length > MAX_PARAGRAPHS) throw new UnreadableFile('too-long')
  const paragraphs = isCut(lines) ? joinCut(lines) : lines
  const blocks = paragraphs.flatMap((line): StatementBlock[] => {
    const isBullet = BULLET.test(line)
    const runs = tidyRuns([{ text: isBullet ? line.replace(BULLET, '') : line }])
    if (runs.length === 0) return []
    return [withTypedNumber({ type: isBullet ? 'bullet' : 'paragraph', runs })]
  })
  return { blocks, left: isGuessed ? [{ what: 'encoding', count: 1 }] : [] }
}

/** Whether most lines go on in the next one: about as long as each other, few of them, with no stop at their end. */
function isCut(lines: readonly string[]): boolean {
  if (lines.some((line) => line.length > MAX_CUT_LINE)) return false
  let going = 0
  let inside = 0
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at] ?? ''
    const next = lines[at + 1] ?? ''
    if (line.trim() === '' || next.trim() === '') continue
    inside++
    if (line.length >= MIN_CUT_LINE && !ITEM.test(next) && !/[.:;?!،؛؟]\s*$/.test(line)) going++
  }
  return inside > 0 && going / inside >= 0.5
}

function joinCut(lines: readonly string[]): string[] {
  const paragraphs: string[] = []
  let isOpen = false
  for (const line of lines) {
    const isBlank = line.trim() === ''
    if (isBlank || !isOpen || ITEM.test(line)) {
      if (!isBlank) paragraphs.push(line)
    } else paragraphs[paragraphs.length - 1] += ` ${line.trim()}`
    isOpen = !isBlank
  }
  return paragraphs
}
