import { Document, Footer, Header, Packer, PageNumber, TextRun, Paragraph as WordParagraph } from 'docx'
import type { Report } from '../../../shared/report/report.ts'
import type { ReportWriter } from '../report-writer.ts'
import { directed, docxLine, docxSection } from './docx-body.ts'
import { STYLE } from './docx-layout.ts'
import { docxNumbering } from './docx-numbering.ts'
import { docxRuns } from './docx-runs.ts'
import { docxStyles } from './docx-styles.ts'
import { sealPackage } from './seal-package.ts'

// A4, in twentieths of a point.
const PAGE = { width: 11_906, height: 16_838 }
const MARGIN = { top: 1701, bottom: 1418, left: 1304, right: 1304, header: 851, footer: 709 }

/** Word: real numbering, real heading styles, footnotes at the foot of the page. */
export const docxWriter: ReportWriter = {
  mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
  async write(report) {
    const packed = await Packer.toBuffer(docxDocument(report))
    return sealPackage(new Uint8Array(packed), report)
  },
}

function docxDocument(report: Report): Document {
  const pageNumber = new WordParagraph({
    style: STYLE.footer,
    ...directed(report.direction),
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  })
  return new Document({
    styles: docxStyles(report),
    numbering: docxNumbering(report),
    footnotes: Object.fromEntries(report.footnotes.map((note) => [note.number, docxFootnote(report, note)])),
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        headers: { default: new Header({ children: [docxLine(report, STYLE.header, report.header)] }) },
        footers: { default: new Footer({ children: [pageNumber] }) },
        children: [
          ...titlePage(report),
          ...report.sections.flatMap((section, index) => docxSection(report, section, index === 0)),
        ],
      },
    ],
  })
}

function docxFootnote(report: Report, note: Report['footnotes'][number]): { children: WordParagraph[] } {
  const children = [new TextRun(' '), ...docxRuns(report, note)]
  return { children: [new WordParagraph({ style: 'FootnoteText', ...directed(note.direction), children })] }
}

function titlePage(report: Report): WordParagraph[] {
  const { front, omissions } = report
  const { form, title, placeAndDates, convener, notice, omissionsTitle } = front
  const lines: [style: string, text: string | null][] = [
    [STYLE.form, form],
    ['Title', title],
    [STYLE.front, placeAndDates],
    [STYLE.front, convener],
    [STYLE.notice, notice],
    ...(omissions.length === 0 ? [] : ([[STYLE.omissionsTitle, omissionsTitle]] as [string, string][])),
    ...omissions.map(({ text }): [string, string] => [STYLE.omission, text]),
  ]
  return lines.flatMap(([style, text]) =>
    text === null || text === '' ? [] : [docxLine(report, style, text)],
  )
}
