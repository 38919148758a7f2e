import { HeadingLevel, Tab, TabStopType, TextRun, Paragraph as WordParagraph } from 'docx'
import type { Line, Paragraph, Report, Section } from '../../../shared/report/report.ts'
import type { Direction } from '../../../shared/text/direction.ts'
import { LIST, STYLE, TEXT_INDENT } from './docx-layout.ts'
import { headingList } from './docx-numbering.ts'
import { docxRuns } from './docx-runs.ts'

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

// Without a number a heading must not be in its style's list, and begins where the others' words do.
const UNNUMBERED = { numbering: false, indent: { start: TEXT_INDENT, firstLine: 0 } } as const

/** As far in as Word puts the words of a paragraph that it numbers: 1 cm after the number's own place. */
const NUMBER_AS_TEXT = {
  indent: { start: TEXT_INDENT, firstLine: 0 },
  tabStops: [{ type: TabStopType.LEFT, position: TEXT_INDENT + 567 }],
} as const

/** Gives a chapter as Word's paragraphs. */
export function docxSection(report: Report, section: Section, isFirst: boolean): WordParagraph[] {
  const { level, number, heading, content } = section
  const head = new WordParagraph({
    heading: HEADINGS[level],
    // Its number hangs on the page's own side, whatever the words.
    ...directed(report.direction),
    ...(isFirst ? { pageBreakBefore: true } : {}),
    ...(number === null ? UNNUMBERED : { numbering: { ...headingList(report, section), custom: true } }),
    children: docxRuns(report, { ...heading, direction: report.direction }),
  })
  return [
    head,
    ...content.flatMap((part) =>
      part.kind === 'section' ? docxSection(report, part, false) : [docxParagraph(report, part)],
    ),
  ]
}

/** Gives lines of the document's own in one style. */
export function docxLine(report: Report, style: string, text: string): WordParagraph {
  const line: Line = { lang: report.language, direction: report.direction, inlines: [{ kind: 'text', text }] }
  return new WordParagraph({ style, ...directed(report.direction), children: docxRuns(report, line) })
}

/** What a paragraph needs to be laid out from the right. */
export function directed(direction: Direction): { bidirectional?: true } {
  return direction === 'rtl' ? { bidirectional: true } : {}
}

function docxParagraph(report: Report, paragraph: Paragraph): WordParagraph {
  return new WordParagraph({
    ...place(paragraph),
    ...directed(paragraph.direction),
    children: [...versionNumber(paragraph), ...docxRuns(report, paragraph)],
  })
}

function versionNumber({ number }: Paragraph): TextRun[] {
  return number?.isVersion === true ? [new TextRun({ children: [number.text, new Tab()] })] : []
}

function place({ number, list, role }: Paragraph): object {
  // Word counts in whole numbers: what comes between has its number as text.
  if (number?.isVersion === true) return { style: STYLE.numbered, ...NUMBER_AS_TEXT }
  if (number !== null) {
    return { style: STYLE.numbered, numbering: { reference: LIST.paragraphs, level: 0, custom: true } }
  }
  if (role === 'subheading' || role === 'gloss') return { style: STYLE[role] }
  if (list === null) return { style: STYLE.continued }
  const reference = list.kind === 'bullet' ? LIST.bullets : LIST.sub
  return {
    style: STYLE.listed,
    numbering: { reference, level: list.level - 1, instance: list.list, custom: true },
  }
}
