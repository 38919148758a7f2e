import { nanoid } from 'nanoid'
import * as Y from 'yjs'
import type { RoomParts } from '../../shared/ids/ids.ts'
import { END } from '../../shared/text/atom.ts'

/** Gives what a new room begins with: a topic's notes hold one empty paragraph (format.md, Flat text). */
export function seedOf(parts: RoomParts, isNew: boolean): ((doc: Y.Doc) => void) | null {
  if (parts.kind !== 'notes' || !isNew) return null
  return (doc) => {
    const text = doc.getText('text')
    text.insertEmbed(
      0,
      new Y.Map<unknown>([
        ['id', nanoid()],
        ['v', 1],
      ]),
    )
    text.insertEmbed(1, END)
  }
}
