import { strToU8 } from 'fflate'
import type { Inline, Line, Looks, Paragraph, Report, Section } from '../../shared/report/report.ts'
import { escapeLineStart, escapeMarkdown, lookedMarkdown } from './markdown-text.ts'
import type { ReportWriter } from './report-writer.ts'

/** Number signs that CommonMark itself reads as a numbered list. */
const LIST_SIGN = /^\d{1,9}[.)]$/

/** CommonMark. Text is never markup; numbers are those of every other format. */
export const markdownWriter: ReportWriter = {
  mime: 'text/markdown; charset=utf-8',
  extension: 'md',
  async write(report) {
    const parts = [
      ...titlePage(report),
      ...report.sections.flatMap(sectionMarkdown),
      ...(report.footnotes.length === 0 ? [] : ['---']),
      ...report.footnotes.map((note) => `<sup>${note.number}</sup> ${lineMarkdown(note)}`),
    ]
    return strToU8(`${parts.join('\n\n')}\n`)
  },
}

function titlePage({ front, omissions }: Report): string[] {
  const { form, title, placeAndDates, convener, notice, omissionsTitle } = front
  const lines = [form, `# ${plain(title)}`, placeAndDates, convener, notice].flatMap((line, index) => {
    if (line === null || line === '') return []
    if (index === 1) return [line]
    return [index === 4 ? `**${plain(line)}**` : escapeLineStart(plain(line))]
  })
  if (omissions.length === 0) return lines
  return [
    ...lines,
    `${plain(omissionsTitle)}\n\n${omissions.map(({ text }) => `- ${plain(text)}`).join('\n')}`,
  ]
}

function plain(text: string): string {
  return escapeMarkdown(text)
}

function sectionMarkdown({ level, number, heading, content }: Section): string[] {
  const sign = number === null ? '' : `${number} `
  const head = `${'#'.repeat(level + 1)} ${sign}${lineMarkdown(heading, { isHeading: true })}`
  let open: Open = NOTHING_OPEN
  const parts = content.flatMap((part) => {
    if (part.kind === 'section') {
      open = NOTHING_OPEN
      return sectionMarkdown(part)
    }
    const { text, ...after } = paragraphMarkdown(part, open)
    open = after
    return [text]
  })
  return [head, ...parts]
}

/** What the next paragraph can go on with. */
interface Open {
  /** What goes on under a number stands in this far, so that it belongs to that number's list item. */
  readonly indent: string
  /** How deep the bullet just above stands; 0 where there is none. Without one above, a deep bullet would be code. */
  readonly depth: number
}

const NOTHING_OPEN: Open = { indent: '', depth: 0 }

function paragraphMarkdown(paragraph: Paragraph, { indent, depth }: Open): Open & { text: string } {
  const { number, list } = paragraph
  if (number !== null) {
    const own = LIST_SIGN.test(number.text) ? ' '.repeat(number.text.length + 1) : ''
    return { text: `${number.text} ${lineMarkdown(paragraph, { indent: own })}`, indent: own, depth: 0 }
  }
  if (list?.kind === 'bullet') {
    const own = Math.min(list.level, depth + 1)
    const start = indent + '  '.repeat(own - 1)
    const words = lineMarkdown(paragraph, { indent: `${start}  ` })
    // An empty bullet holds no other.
    return { text: `${start}- ${words}`, indent, depth: words === '' ? own - 1 : own }
  }
  const sign = list === null ? '' : `${plain(list.text)} `
  return { text: `${indent}${escapeSign(sign)}${lineMarkdown(paragraph, { indent })}`, indent, depth: 0 }
}

/** `i.` and `a)` are no list signs of CommonMark, but `1-` and `1.` could be taken for one. */
function escapeSign(sign: string): string {
  return sign === '' ? '' : escapeLineStart(sign)
}

interface Place {
  readonly isHeading?: boolean
  /** What further lines begin with. */
  readonly indent?: string
}

function lineMarkdown({ inlines }: Line, { isHeading = false, indent = '' }: Place = {}): string {
  const groups = groupByLooks(inlines, isHeading)
  let text = ''
  for (const [index, group] of groups.entries()) {
    text += lookedMarkdown(group.text, group.looks, text, groups[index + 1]?.text ?? '')
  }
  // A heading is one line; elsewhere a backslash at the end breaks it.
  const [first = '', ...others] = text.split('\n')
  const lines = others.map(escapeLineStart)
  return [escapeLineStart(first), ...lines].join(isHeading ? ' ' : `\\\n${indent}`)
}

interface Group {
  text: string
  readonly looks: Looks
}

/** Joins what looks alike, so that emphasis opens and closes once. */
function groupByLooks(inlines: readonly Inline[], isHeading: boolean): Group[] {
  const groups: Group[] = []
  for (const inline of inlines) {
    const looks = looksOf(inline, isHeading, groups.at(-1)?.looks)
    const last = groups.at(-1)
    const text = inlineMarkdown(inline)
    if (text === '') continue
    if (last !== undefined && sameLooks(last.looks, looks)) last.text += text
    else groups.push({ text, looks })
  }
  return groups
}

function looksOf(inline: Inline, isHeading: boolean, before: Looks | undefined): Looks {
  // Breaks and marks take the looks of what is before them, so that they don't cut it in two.
  if (inline.kind === 'break' || inline.kind === 'note') return before ?? {}
  if (isHeading) return {}
  const { bold, italic, underline, strike } = inline
  return {
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(underline ? { underline } : {}),
    ...(strike ? { strike } : {}),
  }
}

function sameLooks(one: Looks, other: Looks): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.underline === other.underline &&
    one.strike === other.strike
  )
}

function inlineMarkdown(inline: Inline): string {
  switch (inline.kind) {
    case 'text': {
      const text = escapeMarkdown(inline.text)
      return inline.href === undefined || text === '' ? text : `[${text}](<${inline.href}>)`
    }
    case 'break':
      return '\n'
    case 'bracket':
      return inline.side === 'open' ? '\\[' : '\\]'
    case 'reference':
    case 'credit':
      return escapeMarkdown(inline.text)
    case 'note':
      return `<sup>${inline.number}</sup>`
  }
}
