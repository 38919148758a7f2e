import type { Inline, Report, Section } from './report.ts'

/** What the United Nations allow the report of a special rapporteur (domain.md). */
export const WORD_LIMIT = 10_700

/** How long a document is, beside what it may be. */
export interface WordCount {
  readonly words: number
  readonly limit: number
  readonly isOver: boolean
}

/** Counts the words of a document: headings and footnotes count, the title page, the header and numbers don't (EX6). */
export function countWords(report: Report, limit = WORD_LIMIT): WordCount {
  const words =
    report.sections.reduce((sum, section) => sum + wordsOfSection(section), 0) +
    report.footnotes.reduce((sum, { inlines }) => sum + wordsOf(inlines), 0)
  return { words, limit, isOver: words > limit }
}

/** Gives the text of a line as it is read; the mark of a footnote is no text. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(textOf).join('')
}

function wordsOfSection({ heading, content }: Section): number {
  return content.reduce(
    (sum, part) => sum + (part.kind === 'section' ? wordsOfSection(part) : wordsOf(part.inlines)),
    wordsOf(heading.inlines),
  )
}

/** A word is what stands between spaces and has a letter or a digit, as word processors count. */
function wordsOf(inlines: readonly Inline[]): number {
  return plainText(inlines)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function textOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'reference':
    case 'credit':
      return inline.text
    case 'break':
      return '\n'
    case 'bracket':
      return inline.side === 'open' ? '[' : ']'
    case 'note':
      return ''
  }
}
