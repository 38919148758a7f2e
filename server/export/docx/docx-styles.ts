import { AlignmentType, type IPropertiesOptions, LineRuleType } from 'docx'
import type { Report } from '../../../shared/report/report.ts'
import { LIST, STYLE, TEXT_INDENT } from './docx-layout.ts'
import { wordLanguage } from './word-language.ts'

// Sizes in half points, lengths in twentieths of a point. Times, 10 pt on 12, headings 14, 12 and 10 pt, text 2 cm in
// from the numbers of headings: as the United Nations set their documents (domain.md).
const FONT = 'Times New Roman'
const BODY_SIZE = 20
const BODY_LINE = 240

type Styles = NonNullable<IPropertiesOptions['styles']>
type ParagraphStyle = NonNullable<Styles['paragraphStyles']>[number]

/** Gives the styles of a document: real heading styles, and one style for each kind of paragraph. */
export function docxStyles({ language }: Report): Styles {
  // Arabic headings are numbered one by one (docx-numbering.ts).
  const counted = (level: number): object =>
    language === 'ar' ? {} : { numbering: { reference: LIST.headings, level, custom: true } }
  const heading = (level: number, size: number, before: number): object => ({
    basedOn: 'Normal',
    next: STYLE.numbered,
    quickFormat: true,
    run: { bold: true, size, color: '000000', font: FONT },
    paragraph: {
      keepNext: true,
      keepLines: true,
      alignment: AlignmentType.START,
      spacing: { before, after: 120 },
      ...counted(level),
    },
  })
  return {
    default: {
      document: {
        run: { font: FONT, size: BODY_SIZE, language: wordLanguage(language) },
        paragraph: { spacing: { line: BODY_LINE, lineRule: LineRuleType.AT_LEAST } },
      },
      title: {
        run: { bold: true, size: 34, font: FONT },
        paragraph: { spacing: { before: 240, after: 240 } },
      },
      heading1: heading(0, 28, 360),
      heading2: heading(1, 24, 240),
      heading3: heading(2, 20, 180),
      footnoteText: {
        run: { size: 18 },
        paragraph: {
          indent: { start: TEXT_INDENT },
          spacing: { after: 40, line: 220, lineRule: LineRuleType.AT_LEAST },
        },
      },
    },
    paragraphStyles: [...frontStyles(), ...bodyStyles()],
  }
}

function frontStyles(): ParagraphStyle[] {
  return [
    style(STYLE.form, {
      run: { bold: true, size: 28 },
      paragraph: { spacing: { before: 1400, after: 120 } },
    }),
    style(STYLE.front, { run: { size: 24 }, paragraph: { spacing: { after: 120 } } }),
    style(STYLE.notice, {
      run: { size: 24, bold: true, italics: true },
      paragraph: { spacing: { before: 240, after: 240 } },
    }),
    style(STYLE.omissionsTitle, {
      run: { size: 18, bold: true },
      paragraph: { spacing: { before: 720, after: 60 }, keepNext: true },
    }),
    style(STYLE.omission, { run: { size: 18 }, paragraph: { spacing: { after: 40 } } }),
    style(STYLE.header, {
      run: { size: 18, bold: true },
      paragraph: { border: { bottom: { style: 'single', size: 4, space: 4, color: '000000' } } },
    }),
    style(STYLE.footer, { run: { size: 18, bold: true }, paragraph: { alignment: AlignmentType.END } }),
  ]
}

function bodyStyles(): ParagraphStyle[] {
  const body = { alignment: AlignmentType.BOTH, indent: { start: TEXT_INDENT }, spacing: { after: 120 } }
  return [
    style(STYLE.numbered, { paragraph: body }),
    style(STYLE.continued, { paragraph: body }),
    // Where a list's lines stand is its numbering's to say.
    style(STYLE.listed, { paragraph: { alignment: body.alignment, spacing: body.spacing } }),
    style(STYLE.subheading, {
      run: { bold: true },
      paragraph: { ...body, alignment: AlignmentType.START, keepNext: true },
    }),
    style(STYLE.gloss, { run: { italics: true }, paragraph: body }),
  ]
}

function style(id: string, looks: Omit<ParagraphStyle, 'id'>): ParagraphStyle {
  const name = id.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
  return { id, name, basedOn: 'Normal', quickFormat: true, ...looks }
}
