import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../shared/report/report.ts'
import { plainText } from '../../shared/report/word-count.ts'
import { anyReport, bodyLines } from './testing/any-report.ts'
import { readParagraphs, readParts, xmlFault } from './testing/read-docx.ts'
import { foreignMarkup, textOf } from './testing/read-html.ts'
import { readMarkdown } from './testing/read-markdown.ts'
import { EXPORT_FORMATS, writers } from './writers.ts'

const RUNS = { seed: 12, numRuns: 30 }
/** A Word file takes some 20 ms, and the machine may be busy. */
const TIMEOUT_MS = 60_000

async function written(format: 'md' | 'html', report: Report): Promise<string> {
  return new TextDecoder().decode(await writers[format].write(report))
}

describe('any document (seed 12)', { timeout: TIMEOUT_MS }, () => {
  test('keeps every word in order in a Word file, which is well-formed', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        const parts = readParts(await writers.docx.write(report))
        for (const [name, xml] of Object.entries(parts)) expect([name, xmlFault(xml)]).toEqual([name, null])
        const { form, title, placeAndDates, convener, omissionsTitle } = report.front
        const front = [
          form,
          title,
          placeAndDates,
          convener ?? '',
          omissionsTitle,
          report.omissions[0]?.text ?? '',
        ]
        const lines = [
          ...front.filter((text) => text !== ''),
          ...bodyLines(report).map(({ inlines }) => plainText(inlines)),
        ]
        const body = readParagraphs(parts['word/document.xml']).map(({ words }) => words)
        // An omission without a word is a paragraph of its own all the same.
        expect(body.filter((words) => words !== '')).toEqual(lines.filter((words) => words !== ''))
        const notes = readParagraphs(parts['word/footnotes.xml']).slice(-report.footnotes.length || Infinity)
        expect(notes.map(({ words }) => words)).toEqual(
          report.footnotes.map(({ inlines }) => ` ${plainText(inlines)}`),
        )
      }),
      RUNS,
    )
  })

  test('keeps every word in order in HTML, in which nothing of the text is a tag', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        const html = await written('html', report)
        expect(foreignMarkup(html)).toEqual([])
        const lines = bodyLines(report).map(({ inlines }) => plainText(inlines))
        expect(textOf(html, 'report-(?:heading|paragraph)')).toEqual(lines)
        expect(textOf(html, 'report-footnote').map((text) => text.slice(1))).toEqual(
          report.footnotes.map(({ inlines }) => plainText(inlines)),
        )
      }),
      RUNS,
    )
  })

  test('keeps every word in order in Markdown', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        const shown = readMarkdown(await written('md', report))
        let at = 0
        for (const { inlines } of [...bodyLines(report), ...report.footnotes]) {
          for (const word of plainText(inlines)
            .split(/[^\p{L}\p{N}]+/u)
            .filter(Boolean)) {
            const found = shown.indexOf(word, at)
            expect([word, found >= at]).toEqual([word, true])
            at = found + word.length
          }
        }
      }),
      RUNS,
    )
  })

  test.each(EXPORT_FORMATS)('[EX5] gives the same bytes twice as %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        const [first, second] = [await writers[format].write(report), await writers[format].write(report)]
        expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
      }),
      { seed: 12, numRuns: 10 },
    )
  })
})
