import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { schema } from '../binding/testing/writer.ts'
import { type BlockItem, blockMenuOf, blockMenuPlugin, findBlocks } from './block-menu-plugin.ts'

const BLOCKS: readonly BlockItem[] = [
  { block: 'paragraph', words: 'Paragraph' },
  { block: 'bullet', words: 'List with bullets' },
  { block: 'subparagraph', words: 'Sub-paragraph' },
]

/** Types words into a line that reads so, the caret at its end. */
function typed(before: string, words: string): EditorState {
  const line = schema.node('line', { id: 'a' }, before === '' ? [] : [schema.text(before)])
  const plugin = blockMenuPlugin({
    undo: { stopCapturing: () => undefined },
    mayWrite: () => true,
    blocks: () => BLOCKS,
    tell: () => undefined,
  })
  const doc = schema.node('doc', null, [line])
  let state = EditorState.create({ doc, plugins: [plugin] })
  const apply = (transaction: Transaction): void => {
    state = state.apply(transaction)
  }
  apply(state.tr.setSelection(TextSelection.create(doc, before.length + 1)))
  for (const each of words) apply(state.tr.insertText(each))
  return state
}

describe('the menu of blocks', () => {
  it('is asked for by / at a line’s start, and by what is typed after it', () => {
    expect(blockMenuOf(typed('', '/sub'))).toEqual({ from: 1, words: 'sub', active: 0 })
  })

  it.each([
    ['inside a line', 'and', '/or'],
    ['before a space', '', '/ '],
    ['after a second /', '', '//'],
    ['once a sentence goes on', '', '/one two three four'],
  ])('stays closed %s', (_where, before, words) => {
    expect(blockMenuOf(typed(before, words))).toBeNull()
  })

  it.each([
    ['', ['paragraph', 'bullet', 'subparagraph']],
    ['BULL', ['bullet']],
    ['par', ['paragraph', 'subparagraph']],
    ['table', []],
  ])('offers for "%s" what has a word that begins so', (words, expected) => {
    expect(findBlocks(BLOCKS, words).map(({ block }) => block)).toEqual(expected)
  })
})
