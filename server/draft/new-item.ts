import { nanoid } from 'nanoid'
import * as Y from 'yjs'
import type { ItemType } from '../../shared/draft/draft-item.ts'
import type { ItemLine } from '../../shared/merge/item-lines.ts'
import { END } from '../../shared/text/atom.ts'

/** An item that is to be made. */
export interface NewItem {
  readonly id: string
  readonly type: ItemType
  readonly section: string
  readonly rank: string
}

/** One line without words, with which an item begins that somebody will write (RM5: only the server seeds). */
export const EMPTY_LINE: ItemLine = { attributes: {}, pieces: [] }

/**
 * Makes an item of the draft with its text. Markers and ends are the server's; each piece is written by `writeAs`
 * under its author. Call it inside a write.
 */
export function makeItem(
  draft: Y.Doc,
  { id, type, section, rank }: NewItem,
  lines: readonly ItemLine[],
  writeAs: (author: string | null, insert: () => void) => void,
): void {
  const text = new Y.Text()
  const entries = Object.entries({ type, section, rank, text })
  draft.getMap('items').set(id, new Y.Map<unknown>(entries))
  for (const { attributes, pieces } of lines) {
    text.insertEmbed(text.length, new Y.Map<unknown>(Object.entries({ ...attributes, id: nanoid(), v: 1 })))
    for (const { insert, formats, author } of pieces) {
      writeAs(author, () => {
        if (typeof insert === 'string') text.insert(text.length, insert, { ...formats })
        else text.insertEmbed(text.length, insert, { ...formats })
      })
    }
    text.insertEmbed(text.length, END)
  }
}
