import { AlignmentType, type ILevelsOptions, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx'
import type { Report, Section } from '../../../shared/report/report.ts'
import { LIST, TEXT_INDENT } from './docx-layout.ts'

type Definition = INumberingOptions['config'][number]
type Format = NonNullable<ILevelsOptions['format']>

const STEP = 567
const BULLET_LEVELS = 6

/**
 * Gives the numbering of a document. Word counts anew what the tree has counted, by the same rules, so that a paragraph
 * put in later moves the numbers behind it. Arabic headings are numbered by words, which Word cannot count in: each
 * has a list of its own whose text is the word.
 */
export function docxNumbering(report: Report): INumberingOptions {
  const { language } = report
  const headings = language === 'ar' ? wordHeadings(report) : [countedHeadings()]
  const sub = subLevels(report).map(([format, text], level): ILevelsOptions => {
    const start = TEXT_INDENT + STEP * Math.max(0, level - 1)
    const firstLine = level === 0 ? STEP : 2 * STEP
    return {
      ...numberLevel(level, format, text),
      style: {
        run: { bold: false },
        paragraph: { indent: { start, firstLine }, leftTabStop: start + firstLine + STEP },
      },
    }
  })
  const paragraphs: ILevelsOptions = {
    ...numberLevel(0, LevelFormat.DECIMAL, language === 'ar' ? '%1-' : '%1.'),
    style: {
      run: { bold: false },
      paragraph: { indent: { start: TEXT_INDENT, firstLine: 0 }, leftTabStop: TEXT_INDENT + STEP },
    },
  }
  return {
    config: [
      ...headings,
      { reference: LIST.paragraphs, levels: [paragraphs] },
      { reference: LIST.sub, levels: sub },
      {
        reference: LIST.bullets,
        levels: Array.from({ length: BULLET_LEVELS }, (_, level) => bulletLevel(level)),
      },
    ],
  }
}

/** Gives the list that a numbered heading is in. */
export function headingList(
  report: Report,
  { level, number }: Section,
): { reference: string; level: number } {
  if (report.language !== 'ar') return { reference: LIST.headings, level: level - 1 }
  return { reference: wordHeading(level, number ?? ''), level: 0 }
}

function countedHeadings(): Definition {
  const formats = [LevelFormat.UPPER_ROMAN, LevelFormat.UPPER_LETTER, LevelFormat.DECIMAL]
  const levels = formats.map((format, level) => headingLevel(level, format, `%${level + 1}.`, level + 1))
  return { reference: LIST.headings, levels }
}

function wordHeadings({ sections }: Report): Definition[] {
  const lists = new Map<string, Definition>()
  const collect = (section: Section): void => {
    const { level, number, content } = section
    if (number !== null) {
      const reference = wordHeading(level, number)
      lists.set(reference, { reference, levels: [headingLevel(0, LevelFormat.NONE, number)] })
    }
    for (const part of content) if (part.kind === 'section') collect(part)
  }
  for (const section of sections) collect(section)
  return [...lists.values()]
}

function wordHeading(level: number, number: string): string {
  return `${LIST.headings}-${level}-${number}`
}

function headingLevel(level: number, format: Format, text: string, styled?: number): ILevelsOptions {
  return {
    ...numberLevel(level, format, text),
    style: {
      paragraph: { indent: { start: TEXT_INDENT, hanging: TEXT_INDENT }, leftTabStop: TEXT_INDENT },
      ...(styled === undefined ? {} : { style: `Heading${styled}` }),
    },
  }
}

function subLevels({ language }: Report): [format: Format, text: string][] {
  const { LOWER_LETTER, LOWER_ROMAN, ARABIC_ABJAD, DECIMAL } = LevelFormat
  if (language === 'ar') {
    return [
      [ARABIC_ABJAD, '(%1)'],
      [DECIMAL, '(%2)'],
      [ARABIC_ABJAD, '%3-'],
      [DECIMAL, '%4-'],
    ]
  }
  const open = language === 'en' ? '(' : ''
  return [
    [LOWER_LETTER, `${open}%1)`],
    [LOWER_ROMAN, `${open}%2)`],
    [LOWER_LETTER, '%3.'],
    [LOWER_ROMAN, '%4.'],
  ]
}

function numberLevel(level: number, format: Format, text: string): ILevelsOptions {
  return { level, format, text, alignment: AlignmentType.START, suffix: LevelSuffix.TAB }
}

function bulletLevel(level: number): ILevelsOptions {
  const start = TEXT_INDENT + STEP * (level + 1)
  return {
    ...numberLevel(level, LevelFormat.BULLET, '\u2022'),
    style: { run: { bold: false }, paragraph: { indent: { start, hanging: 284 } } },
  }
}
