import { TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { countBrackets } from '../../../shared/text/brackets.ts'
import { two } from '../binding/testing/room.ts'
import type { Writer } from '../binding/testing/writer.ts'
import { putInBrackets } from './bracket-commands.ts'
import { withOwnBrackets } from './copied-brackets.ts'
import { bracketsOf } from './parts.ts'

/** A text in which `two` stands in brackets, and the slice of all its words. */
function start() {
  const { ann } = two(['a|One two three', 'b|four'])
  const transaction = putInBrackets(ann.select('two').state, '1')
  if (transaction === null) throw new Error('There is nothing to put in brackets.')
  ann.dispatch(transaction)
  return { ann, copied: ann.state.doc.slice(1, ann.state.doc.child(0).nodeSize - 1) }
}

function paste(
  { state }: Writer,
  at: { from: number; to: number },
  copied: ReturnType<typeof start>['copied'],
) {
  let made = 0
  const target = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at.from, at.to)))
  const slice = withOwnBrackets(copied, target, () => `new${++made}`)
  return target.apply(target.tr.replaceSelection(slice)).doc
}

describe('[TX16] brackets that are pasted', () => {
  it('where their pair stands are a pair of their own, and the words are those that were copied', () => {
    const { ann, copied } = start()
    const end = ann.state.doc.content.size - 1
    const doc = paste(ann, { from: end, to: end }, copied)
    expect(bracketsOf(doc).map(({ id, side }) => `${side} ${id}`)).toEqual([
      'open 1',
      'close 1',
      'open new1',
      'close new1',
    ])
    expect(countBrackets(bracketsOf(doc))).toEqual({ all: 2, alone: 0 })
    expect(doc.textContent).toBe('One two threefourOne two three')
  })

  it('where their pair does not stand, or is replaced by them, stay the pair that they were', () => {
    const { ann, copied } = start()
    const over = { from: 1, to: ann.state.doc.child(0).nodeSize - 1 }
    expect(bracketsOf(paste(ann, over, copied)).map(({ id }) => id)).toEqual(['1', '1'])
    const { ann: other } = two(['c|Elsewhere'])
    expect(bracketsOf(paste(other, { from: 1, to: 1 }, copied)).map(({ id }) => id)).toEqual(['1', '1'])
  })
})
