import type { Report } from '../../shared/report/report.ts'

/**
 * Turns a document into a file. Writers get the tree and nothing else, so none can tell more than it does (EX1); its
 * text is data for them, never source (EX7); the same tree gives the same bytes (EX5).
 */
export interface ReportWriter {
  readonly mime: string
  /** Without the dot. */
  readonly extension: string
  write(report: Report): Promise<Uint8Array>
}
