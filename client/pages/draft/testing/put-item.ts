import * as Y from 'yjs'
import { END } from '../../../../shared/text/atom.ts'

/** Puts an item of one line into a document of the draft, as the server does. */
export function putItem(doc: Y.Doc, id: string, rank: string, words: string, section = 't1'): Y.Text {
  const text = new Y.Text()
  doc.transact(() => {
    doc.getMap('items').set(
      id,
      new Y.Map<unknown>([
        ['type', 'recommendation'],
        ['section', section],
        ['rank', rank],
        ['text', text],
      ]),
    )
    text.insertEmbed(
      0,
      new Y.Map<unknown>([
        ['id', `${id}-1`],
        ['v', 1],
      ]),
    )
    text.insert(text.length, words, {})
    text.insertEmbed(text.length, END)
  })
  return text
}
