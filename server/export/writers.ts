import { docxWriter } from './docx/docx-writer.ts'
import { htmlWriter } from './html-writer.ts'
import { markdownWriter } from './markdown-writer.ts'
import type { ReportWriter } from './report-writer.ts'

/** Every format that a document can be had in. */
export const writers = {
  docx: docxWriter,
  md: markdownWriter,
  html: htmlWriter,
} as const satisfies Record<string, ReportWriter>

export type ExportFormat = keyof typeof writers

export const EXPORT_FORMATS = Object.keys(writers) as readonly ExportFormat[]
