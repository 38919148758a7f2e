import {
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Statement } from '../../shared/statements/statement.ts'
import { readStatement } from './read-statement.ts'
import { plainText } from './statement-runs.ts'
import { UnreadableFile } from './unreadable-file.ts'

const SEED = 20130523

const word = fc.stringMatching(/^[A-Za-zàéœßж人ع&<>"']{1,12}$/)
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '))
const looks = fc.record({ bold: fc.boolean(), italics: fc.boolean(), strike: fc.boolean() })

/** A piece of a document, with the words it says. */
const piece = fc.oneof(
  fc
    .array(fc.tuple(words, looks), { minLength: 1, maxLength: 4 })
    .map((runs) => ({ is: 'runs' as const, runs })),
  fc.tuple(words, fc.nat(2)).map(([text, level]) => ({ is: 'item' as const, text, level })),
  fc.tuple(words, words).map(([text, note]) => ({ is: 'noted' as const, text, note })),
  fc
    .array(fc.array(words, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((rows) => ({ is: 'table' as const, rows })),
)
type Piece = typeof piece extends fc.Arbitrary<infer Value> ? Value : never

const LEVELS = [0, 1, 2].map((level) => ({
  level,
  format: LevelFormat.LOWER_LETTER,
  text: `(%${level + 1})`,
}))

type Notes = Record<string, { children: Paragraph[] }>

function elementOf(each: Piece, id: number, notes: Notes): Paragraph | Table {
  switch (each.is) {
    case 'runs':
      return new Paragraph({
        children: each.runs.map(([text, look]) => new TextRun({ text: `${text} `, ...look })),
      })
    case 'item':
      return new Paragraph({ text: each.text, numbering: { reference: 'list', level: each.level } })
    case 'noted':
      notes[id] = { children: [new Paragraph(each.note)] }
      return new Paragraph({ children: [new TextRun(each.text), new FootnoteReferenceRun(id)] })
    case 'table': {
      const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] })
      return new Table({ rows: each.rows.map((row) => new TableRow({ children: row.map(cell) })) })
    }
  }
}

function partsOf(pieces: readonly Piece[]): ConstructorParameters<typeof Document>[0] {
  const footnotes: Notes = {}
  const children = pieces.map((each, index) => elementOf(each, index + 1, footnotes))
  return {
    numbering: { config: [{ reference: 'list', levels: LEVELS }] },
    footnotes,
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('Headed paper')] }) },
        footers: { default: new Footer({ children: [new Paragraph('Footed paper')] }) },
        children,
      },
    ],
  }
}

function wordsOf(pieces: readonly Piece[]): string[] {
  const texts = pieces.flatMap((each): readonly string[] => {
    if (each.is === 'runs') return each.runs.map(([text]) => text)
    if (each.is === 'table') return each.rows.flat()
    return each.is === 'noted' ? [each.text, each.note] : [each.text]
  })
  return texts.flatMap((text) => text.split(' '))
}

/** Every word that the answer says, in its paragraphs or of what it left. */
function told({ blocks, left }: Statement): string[] {
  const all = [...blocks.map(({ runs }) => plainText(runs)), ...left.map(({ words = '' }) => words)]
  return all.flatMap((text) => text.split(/\s+|\[\d+\]/))
}

it(`[EX7] no word of a Word document is lost or doubled: it is in a paragraph or in what was left (seed ${SEED})`, async () => {
  const property = fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 8 }), async (pieces) => {
    const bytes = new Uint8Array(await Packer.toBuffer(new Document(partsOf(pieces))))
    const statement = readStatement(bytes, 'statement.docx')
    const expected = [...wordsOf(pieces), 'Headed', 'paper', '…', 'Footed', 'paper']
    expect(
      told(statement)
        .filter((each) => each !== '' && each !== '|')
        .sort(),
    ).toEqual(expected.sort())
  })
  await fc.assert(property, { numRuns: 60, seed: SEED })
})

it(`[EX7] whatever the bytes, a file is read or refused for a reason (seed ${SEED})`, () => {
  const names = fc.constantFrom('a.docx', 'a.md', 'a.txt', 'a')
  const property = fc.property(fc.uint8Array({ maxLength: 400 }), names, (bytes, name) => {
    try {
      expect(readStatement(bytes, name).blocks.length).toBeGreaterThan(0)
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
    }
  })
  fc.assert(property, { numRuns: 500, seed: SEED })
})

it(`[EX7] a Word document with damaged bytes is read or refused for a reason (seed ${SEED})`, async () => {
  const whole = new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Said')] }] })),
  )
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
  const property = fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
    const bytes = new Uint8Array(whole)
    for (const [at, value] of changes) bytes[at] = value
    try {
      readStatement(bytes, 'a.docx')
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
    }
  })
  fc.assert(property, { numRuns: 300, seed: SEED })
})

it(`[EX7] no word of a plain text is lost (seed ${SEED})`, () => {
  const line = fc.array(fc.oneof(word, fc.constantFrom('1.', '(b)', '-', '•', '2.1')), { maxLength: 12 })
  const property = fc.property(
    fc.array(line, { minLength: 1, maxLength: 12 }),
    fc.constantFrom('\n', '\r\n', '\n\n'),
    (lines, end) => {
      const text = lines.map((each) => each.join(' ')).join(end)
      fc.pre(text.trim() !== '')
      const { blocks } = readStatement(new TextEncoder().encode(text), 'a.txt')
      const said = blocks.flatMap(({ number, runs }) => [number ?? '', ...plainText(runs).split(' ')])
      const isWord = (each: string): boolean => each !== '' && each !== '-' && each !== '•'
      expect(said.filter(isWord)).toEqual(lines.flat().filter(isWord))
    },
  )
  fc.assert(property, { numRuns: 300, seed: SEED })
})
