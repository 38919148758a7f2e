import type { Node, Slice } from '@tiptap/pm/model'
import { AllSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { countBrackets } from '../../../shared/text/brackets.ts'
import { type Room, two } from '../binding/testing/room.ts'
import type { Writer } from '../binding/testing/writer.ts'
import { putInBrackets } from './bracket-commands.ts'
import { companionsPlugin } from './companions-plugin.ts'
import { asPasted, copiedMarksPlugin, type PastedMarks, withFootnotes } from './copied-marks.ts'
import { insertFootnote } from './footnote-commands.ts'
import { bracketsOf } from './parts.ts'
import { readMarks } from './testing/read-marks.ts'

/** Two writers of a text, and what their page knows. */
function start(
  lines: readonly string[],
  known: Partial<PastedMarks> = {},
): { room: Room; ann: Writer; ben: Writer; page: PastedMarks } {
  let made = 0
  const page = {
    newId: () => `new${++made}`,
    standsElsewhere: () => false,
    hasFootnotes: () => true,
    ...known,
  }
  return { ...two(lines, [copiedMarksPlugin(page), companionsPlugin({ stopCapturing: () => {} })]), page }
}

function bracket(writer: Writer, id: string, words: string): void {
  const transaction = putInBrackets(writer.select(words).state, id)
  if (transaction !== null) writer.dispatch(transaction)
}

function note(writer: Writer, id: string, after: string, words: string): void {
  const transaction = insertFootnote(writer.caret(after).state, { note: id, line: `line-${id}` })
  if (transaction !== null) writer.dispatch(transaction).type(words)
}

/** Copies as a page does, by way of a clipboard that keeps no node. */
function copy({ state, schema }: Writer, from = state.selection.from, to = state.selection.to): Slice {
  const slice = withFootnotes(state.doc.slice(from, to, true), state.doc)
  return (slice.constructor as typeof Slice).fromJSON(schema, JSON.parse(JSON.stringify(slice.toJSON())))
}

function cut(writer: Writer): Slice {
  const slice = copy(writer)
  writer.dispatch(writer.state.tr.deleteSelection())
  return slice
}

function paste(writer: Writer, copied: Slice, page: PastedMarks): string {
  const { state } = writer
  const pasted = asPasted(copied, state, page)
  writer.dispatch(state.tr.replaceSelection(pasted).setMeta('uiEvent', 'paste'))
  return readMarks(writer.state.doc)
}

const endOf = (doc: Node): number => doc.child(0).nodeSize - 1

describe('[TX16] brackets that are pasted', () => {
  it('where their pair stands, here or elsewhere in the draft, are a pair of their own', () => {
    for (const standsElsewhere of [false, true]) {
      const { ann, page } = start(['a|One two three'], { standsElsewhere: () => standsElsewhere })
      bracket(ann, '1', 'two')
      const copied = copy(ann, 1, endOf(ann.state.doc))
      if (standsElsewhere) ann.delete('One', 'three')
      ann.caret(['a', -1])
      const read = paste(ann, copied, page)
      expect(read).toBe(
        standsElsewhere ? 'One [new1 two new1] three' : 'One [1 two 1] threeOne [new1 two new1] three',
      )
      expect(countBrackets(bracketsOf(ann.state.doc)).alone).toBe(0)
    }
  })

  it('when they were cut, or replace themselves, are the pair that they were', () => {
    const { ann, page } = start(['a|One two three'])
    bracket(ann, '1', 'two')
    const copied = copy(ann.select('One', 'three'))
    expect(paste(ann, copied, page)).toBe('One [1 two 1] three')
    const gone = cut(ann.select('One', 'three'))
    expect(paste(ann, gone, page)).toBe('One [1 two 1] three')
  })

  it('without their other half are a sign', () => {
    const { ann, page } = start(['a|One two three'])
    bracket(ann, '1', 'two')
    const half = copy(ann, 1, ann.caret('two').state.selection.from - 1)
    expect(paste(ann.caret(['a', -1]), half, page)).toBe('One [1 two 1] threeOne [tw')
  })
})

describe('a whole text that is pasted', () => {
  it('goes on where the caret stands', () => {
    const { ann, page } = start(['a|One two', 'b|three'])
    const other = start(['c|Here .'])
    const all = copy(ann, 0, ann.state.doc.content.size)
    expect(paste(other.ann.caret('Here '), all, page)).toBe('Here One two / three.')
  })

  it('is one line in a heading', () => {
    const { ann } = start(['a|One two', 'b|three'])
    note(ann, 'n', 'One', 'First')
    const all = copy(ann, 0, ann.state.doc.content.size)
    const heading = start(['c heading level=1|Title: '], { hasFootnotes: () => false })
    expect(paste(heading.ann.caret('Title: '), all, heading.page)).toBe('Title: One (First) two three')
  })
})

describe('[TX16] a footnote', () => {
  it('goes along with words that are cut, into another line or another text, in the order of the marks', () => {
    const { ann, room, ben, page } = start(['a|One two', 'b|three four'])
    note(ann, 'n', 'two', 'Second')
    note(ann, 'm', 'four', 'Fourth')
    note(ann, 'o', 'One', 'First')
    const gone = cut(ann.select('One', 'two'))
    expect(readMarks(ann.state.doc)).toBe('^n / three four^m / n: Second / m: Fourth')
    expect(paste(ann.caret('three'), gone, page)).toBe(
      '^n / threeOne^o two four^m / n: Second / o: First / m: Fourth',
    )
    room.exchange()
    expect(readMarks(ben.state.doc)).toBe(readMarks(ann.state.doc))
    ann.undo()
    expect(readMarks(ann.state.doc)).toBe('^n / three four^m / n: Second / m: Fourth')

    const other = start(['c|Elsewhere.', 'd|Next'])
    expect(paste(other.ann.caret('Elsewhere'), gone, other.page)).toBe(
      'ElsewhereOne^o two. / Next / o: First',
    )
  })

  it('of copied words is one of its own: each goes without the other', () => {
    const { ann, page } = start(['a|One two'])
    note(ann, 'n', 'One', 'First')
    const copied = copy(ann, 1, 5)
    expect(paste(ann.caret('two'), copied, page)).toBe('One^n twoOne^new1 / n: First / new1: First')
    ann.delete(['a', 3], ['a', 4])
    expect(readMarks(ann.state.doc)).toBe('One twoOne^new1 / new1: First')
  })

  it('has brackets of its own too, and stands once where two marks lead to it', () => {
    const { ann, page } = start(['a|One two'])
    note(ann, 'n', 'One', 'First')
    bracket(ann, '1', 'First')
    const twice = copy(ann, 1, 5)
    const both = twice.content.append(twice.content)
    const copied = (twice.constructor as typeof Slice).fromJSON(ann.schema, {
      ...twice.toJSON(),
      content: both.toJSON(),
    })
    expect(paste(ann.caret(['a', -1]), copied, page)).toBe(
      'One^n twoOne^new2 / One^new2 / n: [1 First 1] / new2: [new1 First new1]',
    )
  })

  it('is what it was where all is pasted over itself', () => {
    const { ann, page } = start(['a|One two', 'b|three'])
    note(ann, 'n', 'One', 'First')
    const all = copy(ann, 0, ann.state.doc.content.size)
    ann.state = ann.state.apply(ann.state.tr.setSelection(new AllSelection(ann.state.doc)))
    expect(paste(ann, all, page)).toBe('One^n two / three / n: First')
  })

  it('that was selected with its mark stands under the text once', () => {
    const { ann, page } = start(['a|One two', 'b|three'])
    note(ann, 'n', 'One', 'First')
    const all = copy(ann, 1, ann.state.doc.content.size - 1)
    expect(paste(ann.caret(['b', 0]), all, page)).toBe(
      'One^n two / One^new1 two / threethree / n: First / new1: First',
    )
  })

  it('stands in the words where there can be none: in a footnote, in a heading', () => {
    const { ann, page } = start(['a|One two'])
    note(ann, 'n', 'One', 'First')
    const copied = copy(ann, 1, 5)
    expect(paste(ann.caret('First'), copied, page)).toBe('One^n two / n: FirstOne (First)')
    const heading = start(['c heading level=1|Title'], { hasFootnotes: () => false })
    expect(paste(heading.ann.caret('Title'), copied, heading.page)).toBe('TitleOne (First)')
  })

  it('whose words are not to be had leaves a sign', () => {
    const { ann, page } = start(['a|One two'])
    note(ann, 'n', 'One', 'First')
    const bare = ann.state.doc.slice(1, 5, true)
    expect(paste(ann.caret('two'), bare, page)).toBe('One^n twoOne* / n: First')
  })
})
