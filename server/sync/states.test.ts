import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readClientFrame } from '../../shared/protocol/messages.ts'
import { States } from './states.ts'

function setUp(): { doc: Y.Doc; states: States; text: Y.Text } {
  const doc = new Y.Doc()
  const text = doc.getText('text')
  text.insert(0, 'one')
  return { doc, states: new States(doc), text }
}

const NOTHING = Uint8Array.of(0)

describe('[SY6] what newcomers are given', () => {
  it('is encoded once for each change, not once for each client', () => {
    const { states, text } = setUp()
    const first = states.answer(NOTHING)
    expect(states.answer(Uint8Array.from(NOTHING))).toBe(first)
    text.insert(3, ' two')
    const second = states.answer(NOTHING)
    expect(second).not.toBe(first)
    const again = new Y.Doc()
    const frame = readClientFrame(second)
    if (frame.kind !== 'update') throw new Error(frame.kind)
    Y.applyUpdate(again, frame.update)
    expect(again.getText('text').toString()).toBe('one two')
  })

  it('is a diff for those who come back with most of it', () => {
    const { doc, states, text } = setUp()
    text.insert(3, 'x'.repeat(5000))
    const vector = Y.encodeStateVector(doc)
    text.insert(0, 'new')
    expect(states.answer(vector).length).toBeLessThan(100)
  })

  it('changes when something was only deleted', () => {
    const { states, text } = setUp()
    const first = states.answer(NOTHING)
    text.delete(0, 1)
    expect(states.answer(NOTHING)).not.toBe(first)
  })

  it('is refused to bytes that are no state vector', () => {
    const { states } = setUp()
    expect(() => states.answer(Uint8Array.of(5, 1))).toThrow('no state vector')
  })

  it('asks for what the document lacks and nothing else', () => {
    const { doc, states } = setUp()
    expect(states.request().slice(-states.vector.length)).toEqual(Y.encodeStateVector(doc))
  })
})
