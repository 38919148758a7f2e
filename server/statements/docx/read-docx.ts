import type { Statement, StatementBlock, StatementRun } from '../../../shared/statements/statement.ts'
import { childOf, type XmlElement } from '../parse-xml.ts'
import { plainText, tidyRuns } from '../statement-runs.ts'
import { withTypedNumber } from '../typed-number.ts'
import { Archive } from '../unpack.ts'
import { chooseAlternative } from './alternative.ts'
import { elementsOf, readRuns } from './docx-runs.ts'
import { DocxSource } from './docx-source.ts'
import { headingOf, type ListPlace, numberOf, valOf } from './docx-styles.ts'

const MAX_HEADING = 3
const MAX_DEPTH = 5
/** Stands between the cells of a row. */
const CELL = ' | '

/**
 * Reads a Word document. Every text of it is in a block of the answer or told in `left`. Throws UnreadableFile.
 */
export function readDocx(bytes: Uint8Array): Statement {
  const source = new DocxSource(new Archive(bytes))
  const blocks = readBlocks(source.body, source)
  source.closeAccount()
  return { blocks, left: source.left.list() }
}

function readBlocks(parent: XmlElement, source: DocxSource): StatementBlock[] {
  return elementsOf(parent).flatMap((element) => readBlock(element, source))
}

function readBlock(element: XmlElement, source: DocxSource): StatementBlock[] {
  switch (element.name) {
    case 'w:p':
      return readParagraph(element, source)
    case 'w:tbl':
      return readTable(element, source)
    case 'w:del':
    case 'w:moveFrom':
      source.left.leave('deletions', element, false)
      return []
    case 'w:altChunk':
      source.left.count('other')
      return []
    case 'mc:AlternateContent': {
      const chosen = chooseAlternative(element, source.left)
      return chosen === null ? [] : readBlocks(chosen, source)
    }
    default:
      return readBlocks(element, source)
  }
}

function readParagraph(paragraph: XmlElement, source: DocxSource): StatementBlock[] {
  source.countParagraph()
  const properties = childOf(paragraph, 'w:pPr')
  const style = source.styles.of(valOf(childOf(properties, 'w:pStyle')))
  const heading = headingOf('', properties) ?? style.heading
  const { runs: raw, hanging } = readRuns(paragraph, source)
  const runs = tidyRuns(raw)
  const own: StatementBlock[] = []
  // A paragraph without words has no number either: Word counts it, but nobody reads it. Its count goes on all the same.
  const sign = signOf(placeOf(properties, style.place), source)
  if (runs.length > 0) {
    const isBullet = sign?.is === 'bullet' && heading === null
    const depth = Math.min(placeOf(properties, style.place)?.level ?? 0, MAX_DEPTH)
    own.push(
      withTypedNumber({
        type: heading !== null ? 'heading' : isBullet ? 'bullet' : 'paragraph',
        ...(heading !== null && { level: Math.min(heading, MAX_HEADING) }),
        ...(isBullet && depth > 0 && { depth }),
        ...(sign?.is === 'number' && { number: sign.words }),
        runs,
      }),
    )
  }
  const after = hanging.flatMap(({ blocks, mark }) => marked(readBlocks(blocks, source), mark))
  return [...own, ...after]
}

/** A note's first paragraph begins with its mark. */
function marked(blocks: readonly StatementBlock[], mark: string | null): readonly StatementBlock[] {
  const [first, ...rest] = blocks
  if (mark === null || first === undefined) return blocks
  return [{ ...first, runs: tidyRuns([{ text: `${mark} ` }, ...first.runs]) }, ...rest]
}

function placeOf(properties: XmlElement | undefined, ofStyle: ListPlace | null): ListPlace | null {
  const numbering = childOf(properties, 'w:numPr')
  const list = valOf(childOf(numbering, 'w:numId')) ?? ofStyle?.list
  const level = numberOf(childOf(numbering, 'w:ilvl')) ?? ofStyle?.level ?? 0
  return list === undefined ? null : { list, level }
}

function signOf(place: ListPlace | null, { numbering }: DocxSource): ReturnType<typeof numbering.next> {
  return place === null ? null : numbering.next(place)
}

/** A row becomes a paragraph; a table of one column is a frame round paragraphs, which stay as they are. */
function readTable(table: XmlElement, source: DocxSource): StatementBlock[] {
  const rows = partsOf(table, 'w:tr')
  const cells = rows.map((row) => partsOf(row, 'w:tc'))
  if (cells.every((row) => row.length <= 1)) return readRows(rows, cells, source).flat(2)
  source.left.count('tables')
  return readRows(rows, cells, source).flatMap((row) => {
    const runs = row.flatMap((cell, index): StatementRun[] => {
      const inline = joined(cell)
      return index === 0 ? inline : [{ text: CELL }, ...inline]
    })
    const hasWords = row.some((cell) => cell.length > 0)
    return hasWords ? [{ type: 'paragraph' as const, runs: tidyRuns(runs) }] : []
  })
}

function readRows(
  rows: readonly XmlElement[],
  cells: readonly XmlElement[][],
  source: DocxSource,
): StatementBlock[][][] {
  return rows.map((row, index) => {
    if (childOf(childOf(row, 'w:trPr'), 'w:del') !== undefined) {
      source.left.leave('deletions', row, false)
      return []
    }
    return (cells[index] ?? []).map((cell) => readBlocks(cell, source))
  })
}

/** Gives the rows of a table or the cells of a row, also those inside a control or a change. */
function partsOf(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child]
    return ['w:tbl', 'w:tr', 'w:tc', 'w:p', 'w:del', 'w:moveFrom'].includes(child.name)
      ? []
      : partsOf(child, name)
  })
}

/** The paragraphs of a cell in one line. */
function joined(blocks: readonly StatementBlock[]): StatementRun[] {
  return blocks.flatMap(({ number, runs }, index) => {
    const before = `${index === 0 || plainText(runs) === '' ? '' : ' '}${number === undefined ? '' : `${number} `}`
    return before === '' ? runs : [{ text: before }, ...runs]
  })
}
