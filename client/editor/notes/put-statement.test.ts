import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import type { StatementBlock } from '../../../shared/statements/statement.ts'
import { positionOfLine } from '../manners/lines.ts'
import { schemaExtensions } from '../schema/extensions.ts'
import { placeStatement, type StatementToPut } from './put-statement.ts'

const schema = getSchema(schemaExtensions())

const BLOCKS: readonly StatementBlock[] = [
  { type: 'heading', level: 2, runs: [{ text: 'Title' }] },
  {
    type: 'paragraph',
    number: '1.',
    runs: [{ text: 'bold', bold: true }, { text: '', break: true }, { text: 'x' }],
  },
  { type: 'bullet', depth: 1, runs: [{ text: 'go', link: 'https://example.org' }] },
]

/** Lines as `id speaker lead|words`. */
function place(lines: readonly string[], caret: number, options: Partial<StatementToPut> = {}): string[] {
  const doc = schema.topNodeType.create(
    null,
    lines.map((line) => {
      const [head = '', text = ''] = line.split('|')
      const [id, speaker, lead] = head.split(' ')
      const attributes = { ...(speaker && speaker !== '-' && { speaker }), ...(lead && { lead: '1' }) }
      return schema.node('line', { id, attributes }, text === '' ? [] : [schema.text(text)])
    }),
  )
  const { tr } = EditorState.create({ doc })
  tr.setSelection(TextSelection.create(doc, positionOfLine(doc, caret) + 1))
  let made = 0
  const statement = {
    blocks: BLOCKS,
    speaker: 'm:nld',
    keepsNumbers: true,
    where: 'after-caret',
    ...options,
  } as const
  placeStatement(tr, statement, () => `n${++made}`)
  expect(tr.selection.$from.parent.textContent).toBe('Title')
  const shown: string[] = []
  tr.doc.forEach(({ attrs, textContent }) => {
    const { speaker = '-', lead } = attrs.attributes as Record<string, string>
    shown.push(`${attrs.id} ${speaker}${lead === undefined ? '' : ' lead'}|${textContent}`)
  })
  return shown
}

describe('a statement', () => {
  it('goes after the whole intervention that the caret is in', () => {
    expect(place(['a m:fra lead|one', 'b m:fra|two', 'c m:che lead|three'], 0)).toEqual([
      'a m:fra lead|one',
      'b m:fra|two',
      'n1 m:nld lead|Title',
      'n2 m:nld|1. boldx',
      'n3 m:nld|go',
      'c m:che lead|three',
    ])
  })

  it('takes the place of a line that waits for words, which keeps its id', () => {
    expect(place(['a m:fra lead|one', 'b - lead|', 'c m:che lead|three'], 1)).toEqual([
      'a m:fra lead|one',
      'b m:nld lead|Title',
      'n1 m:nld|1. boldx',
      'n2 m:nld|go',
      'c m:che lead|three',
    ])
  })

  it('does not take the next intervention of its speaker in', () => {
    const lines = place(['a m:fra lead|one', 'b m:nld|two', 'c m:nld|three'], 0)
    expect(lines.slice(-2)).toEqual(['b m:nld lead|two', 'c m:nld|three'])
  })

  it('goes to the end without a speaker, and without numbers where they are not wanted', () => {
    const lines = place(['a m:fra lead|one', 'c m:che lead|three'], 0, {
      where: 'end',
      speaker: '',
      keepsNumbers: false,
    })
    expect(lines.slice(1)).toEqual(['c m:che lead|three', 'n1 - lead|Title', 'n2 -|boldx', 'n3 -|go'])
  })

  it('keeps headings, lists, looks, breaks and links as format.md has them', () => {
    const { tr } = EditorState.create({
      doc: schema.topNodeType.create(null, [schema.node('line', { id: 'a' })]),
    })
    const statement = { blocks: BLOCKS, speaker: '', keepsNumbers: false, where: 'end' } as const
    placeStatement(tr, statement, () => 'n')
    const [heading, text, bullet] = tr.doc.content.content
    expect(heading?.attrs.attributes).toEqual({ type: 'heading', level: 2, lead: '1' })
    expect(bullet?.attrs.attributes).toEqual({ type: 'bullet', depth: 1 })
    expect(text?.content.toJSON()).toEqual([
      { type: 'text', text: 'bold', marks: [{ type: 'bold' }] },
      { type: 'atom', attrs: { atom: { t: 'break' } } },
      { type: 'text', text: 'x' },
    ])
    expect(bullet?.firstChild?.marks[0]?.attrs.value).toBe('{"href":"https://example.org"}')
  })
})
