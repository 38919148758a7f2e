import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { unsentText } from './unsent-text.ts'

/** A text with somebody's saved words, in which this page goes on. */
function opened(): { doc: Y.Doc; text: Y.Text } {
  const other = new Y.Doc()
  other.getText('text').insert(0, 'Saved. ')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  return { doc, text: doc.getText('text') }
}

const clockOf = (doc: Y.Doc) => ({ client: doc.clientID, clock: Y.getState(doc.store, doc.clientID) })

describe('unsent words', () => {
  it('are those typed here since, and no others', () => {
    const { doc, text } = opened()
    text.insert(7, 'Also saved. ')
    const from = clockOf(doc)
    text.insert(19, 'Not saved.')
    expect(unsentText(doc, [from])).toBe('Not saved.')
    expect(unsentText(doc, [])).toBe('')
  })

  it('come line by line, without what was deleted again, from several clients', () => {
    const { doc, text } = opened()
    const from = clockOf(doc)
    text.insert(7, 'One')
    text.insertEmbed(10, { t: 'end' })
    text.insert(11, 'Two and more')
    text.delete(14, 9)
    const tab = new Y.Doc()
    Y.applyUpdate(tab, Y.encodeStateAsUpdate(doc))
    tab.getText('text').insert(14, 'Three')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(tab))
    const both = unsentText(doc, [from, { client: tab.clientID, clock: 0 }])
    expect(['One\nTwo\nThree', 'Three\nOne\nTwo']).toContain(both)
  })

  it('are nothing where only something was deleted', () => {
    const { doc, text } = opened()
    const from = clockOf(doc)
    text.delete(0, 3)
    expect(unsentText(doc, [from])).toBe('')
  })
})
