import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { REMOTE } from '../binding/binding-plugin.ts'
import { schema } from '../binding/testing/writer.ts'
import { mentionOf, mentionPlugin } from './mention-plugin.ts'

/** An editor with one line, the caret at its end. */
class Line {
  state: EditorState

  constructor(text: string) {
    const line = schema.node('line', { id: 'a' }, text === '' ? [] : [schema.text(text)])
    const plugin = mentionPlugin({
      undo: { stopCapturing: () => undefined },
      mayWrite: () => true,
      find: () => () => [],
      tell: () => undefined,
      isCommand: (transaction) => transaction.getMeta('command') === true,
    })
    const doc = schema.node('doc', null, [line])
    this.state = EditorState.create({ doc, plugins: [plugin] })
    this.caret(text.length)
  }

  caret(offset: number): this {
    const { tr } = this.state
    const at = TextSelection.create(tr.doc, offset + 1)
    return this.do(tr.setSelection(at))
  }

  type(text: string): this {
    for (const each of text) this.do(this.state.tr.insertText(each))
    return this
  }

  do(transaction: Transaction): this {
    this.state = this.state.apply(transaction)
    return this
  }

  get asked(): string | null {
    return mentionOf(this.state)?.words ?? null
  }
}

describe('an @ inside a line', () => {
  it('asks for whose name begins with what is typed after it', () => {
    const line = new Line('as ').type('@')
    expect(line.asked).toBe('')
    expect(line.type('côte d’I').asked).toBe('côte d’I')
  })

  it('is found again when others write before it', () => {
    const line = new Line('as ').type('@fin')
    line.do(line.state.tr.insertText('Well, ', 1).setMeta(REMOTE, true))
    expect(mentionOf(line.state)).toEqual({ from: 10, words: 'fin', active: 0 })
  })

  it.each([
    ['in the middle of a word', 'mail a', '@'],
    ['before a space', 'as ', '@ '],
    ['before a second @', 'as ', '@fin@'],
    ['once a sentence goes on', 'as ', '@one two three four five'],
  ])('asks for nobody %s', (_where, before, typed) => {
    expect(new Line(before).type(typed).asked).toBeNull()
  })

  it('asks for nobody once it is deleted, or the caret is before it', () => {
    const deleted = new Line('as ').type('@f')
    deleted.do(deleted.state.tr.delete(4, 6))
    expect(deleted.asked).toBeNull()
    expect(new Line('as ').type('@f').caret(1).asked).toBeNull()
  })

  it('that somebody else writes, or that an open list leaves behind, asks for nobody', () => {
    const other = new Line('as ')
    other.do(other.state.tr.insertText('@').setMeta(REMOTE, true))
    const left = new Line('')
    left.do(left.state.tr.insertText('@').setMeta('command', true))
    expect([other.asked, left.asked]).toEqual([null, null])
  })

  it('that was in the text before asks for nobody when the caret comes there', () => {
    expect(new Line('as @fin').caret(4).caret(7).type('l').asked).toBeNull()
  })
})
