import { type Attributes, type Block, blockType } from '../text/block.ts'
import { addCredit } from './add-credit.ts'
import { BracketPairs } from './bracket-pairs.ts'
import type { FootnoteBook } from './footnote-book.ts'
import { type AtomReader, hasWords, type LineStyle, readInlines } from './inlines.ts'
import { mentionText } from './mention.ts'
import { placeNotes } from './place-notes.ts'
import { creditText, type Proposer, proposerLabels, proposersOf } from './proposers.ts'
import type { Inline, Line, ParagraphRole } from './report.ts'
import type { ReportItem } from './report-input.ts'
import { type Scope, topicNumber } from './scope.ts'
import { languageOfLine } from './text-direction.ts'

/** One line of an item that has words, before it has a number. */
export interface ItemLine extends Line {
  readonly role: ParagraphRole
  readonly attributes: Attributes
}

/**
 * Gives the lines of an item with words in them, its footnotes kept in the book, its proposers at the end of the last
 * (EX1); none where the item is left out. Counts what is left out (EX4).
 */
export function readItemLines(scope: Scope, item: ReportItem, book: FootnoteBook): ItemLine[] {
  const proposers = proposersOf(scope, item.id)
  const brackets = new BracketPairs(scope, item)
  const text = item.blocks.filter(({ attributes }) => blockType(attributes) !== 'footnote')
  const notes = new Map(
    item.blocks.filter((block) => !text.includes(block)).map((block) => [block.attributes.note, block]),
  )
  const used = new Set<unknown>()
  const reader = atomReader(scope, item, proposers, brackets)
  const lines = text
    .map((block) =>
      readLine(scope, item, block, {
        ...reader,
        note: ({ id }) => {
          const note = notes.get(id)
          if (note === undefined) return null
          used.add(id)
          return book.add(readLine(scope, item, note, { ...reader, note: () => null }))
        },
      }),
    )
    .filter(({ inlines }) => hasWords(inlines))
  scope.omissions.add('footnotes', null, notes.size - used.size)
  brackets.count()
  return credited(scope, lines, proposers)
}

function readLine(scope: Scope, item: ReportItem, block: Block, reader: AtomReader): ItemLine {
  const { attributes } = block
  const role = roleOf(item, blockType(attributes))
  const inlines = readInlines(block.inlines, styleOf(item, role), reader)
  const words = inlines.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('')
  const { lang, direction } = languageOfLine(attributes.lang, words, scope.input.meeting.lang)
  return { role, attributes, lang, direction, inlines: placeNotes(inlines, lang) }
}

function roleOf({ type }: ReportItem, blockTypeName: string): ParagraphRole {
  if (blockTypeName === 'gloss') return 'gloss'
  if (blockTypeName === 'footnote') return 'text'
  if (blockTypeName === 'heading' && type !== 'heading') return 'subheading'
  return type === 'recommendation' ? 'recommendation' : 'text'
}

function styleOf({ type }: ReportItem, role: ParagraphRole): LineStyle {
  return { bold: role === 'recommendation', partsMayBeBold: type === 'recommendation' }
}

function atomReader(
  scope: Scope,
  item: ReportItem,
  proposers: ReadonlyMap<string, Proposer>,
  brackets: BracketPairs,
): AtomReader {
  const topic = topicNumber(scope, item.section)
  return {
    mention: (atom) => mentionText(scope, item, proposers, { ...atom, t: 'mention' }),
    bracket: (atom) => brackets.read(atom),
    note: () => null,
    leaveOut: (t) => {
      if (t === 'withheld') scope.omissions.add('withheld', topic)
      else if (t === 'note') scope.omissions.add('footnotes')
      else if (t !== 'bracket') scope.omissions.add('unknown')
    },
    leaveOutLink: () => scope.omissions.add('links'),
  }
}

function credited(
  scope: Scope,
  lines: readonly ItemLine[],
  proposers: ReadonlyMap<string, Proposer>,
): ItemLine[] {
  const at = lines.findLastIndex(({ role }) => role === 'recommendation')
  if (at < 0) return [...lines]
  const labels = proposerLabels(scope, proposers.values())
  if (labels.length === 0) return [...lines]
  return lines.map((line, index) => {
    if (index !== at) return line
    const text = ` ${creditText(scope.options.language, labels, line.direction)}`
    const inlines: Inline[] = addCredit(line.inlines, { kind: 'credit', labels, text, bold: true })
    return { ...line, inlines: placeNotes(inlines, line.lang) }
  })
}
