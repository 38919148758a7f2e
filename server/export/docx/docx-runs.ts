import { ExternalHyperlink, FootnoteReferenceRun, type ParagraphChild, TextRun } from 'docx'
import type { Inline, Line, Looks, Report } from '../../../shared/report/report.ts'
import { piecesByDirection } from '../../../shared/report/text-direction.ts'
import { type Direction, directionOfLanguage } from '../../../shared/text/direction.ts'
import { wordTag } from './word-language.ts'

/** Gives the runs of a line. What is written from the right is marked so, piece by piece. */
export function docxRuns(report: Report, { lang, direction, inlines }: Line): ParagraphChild[] {
  const run = (text: string, looks: Looks, spoken: string, style?: string): TextRun[] =>
    piecesByDirection(text, direction).map(
      (piece) =>
        new TextRun({
          text: piece.text,
          ...(looks.bold ? { bold: true } : {}),
          ...(looks.italic ? { italics: true } : {}),
          ...(looks.underline ? { underline: {} } : {}),
          ...(looks.strike ? { strike: true } : {}),
          ...(style === undefined ? {} : { style }),
          ...(piece.direction === 'rtl' ? { rightToLeft: true } : {}),
          ...language(report, spoken, piece.direction),
        }),
    )
  return inlines.flatMap((inline) => docxInline(report, lang, inline, run))
}

type MakeRun = (text: string, looks: Looks, spoken: string, style?: string) => TextRun[]

function docxInline(report: Report, lang: string, inline: Inline, run: MakeRun): ParagraphChild[] {
  switch (inline.kind) {
    case 'text':
      if (inline.href === undefined) return run(inline.text, inline, lang)
      return [
        new ExternalHyperlink({ link: inline.href, children: run(inline.text, inline, lang, 'Hyperlink') }),
      ]
    case 'break':
      return [new TextRun({ break: 1 })]
    case 'bracket':
      return run(inline.side === 'open' ? '[' : ']', inline, lang)
    case 'reference':
      return run(inline.text, inline, lang)
    case 'credit':
      return run(inline.text, inline, report.language)
    case 'note':
      return [new FootnoteReferenceRun(inline.number)]
  }
}

/** A run says its language where it is not the document's; letters of another script say it themselves. */
function language(report: Report, lang: string, direction: Direction): object {
  if (lang === report.language || directionOfLanguage(lang) !== direction) return {}
  return { language: direction === 'rtl' ? { bidirectional: wordTag(lang) } : { value: wordTag(lang) } }
}
