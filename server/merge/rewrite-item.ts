import { nanoid } from 'nanoid'
import { type DraftItem, itemHash } from '../../shared/draft/draft-item.ts'
import type { MemberId, RoomName } from '../../shared/ids/ids.ts'
import { authoredLines, type ItemLine } from '../../shared/merge/item-lines.ts'
import { rewriteLines } from '../../shared/merge/rewrite-lines.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { replaceBlocks } from '../../shared/text/replace-blocks.ts'
import type { Work } from '../commands/commands.ts'

/** Another wording for an item, and whose words it is made of. */
export interface Wording {
  readonly words: string
  /** Where new words come from; those that are in none of them are of whoever rewrites. */
  readonly sources: readonly (readonly ItemLine[])[]
  readonly by: string
  /** What the words are said to have come by: `merge:<member>`. */
  readonly via: string
}

/**
 * Gives an item another wording; what stays of its text keeps its authors and what is anchored in it. Gives the lines
 * that it had, each word under its author.
 */
export function rewriteItem(
  work: Work,
  room: RoomName,
  item: DraftItem,
  { words, sources, by, via }: Wording,
): readonly ItemLine[] {
  const before = authoredLines(renderBlocks(item.text), work.authorship(room))
  work.write(room, (transaction) => {
    const blocks = renderBlocks(item.text)
    const lines = rewriteLines(blocks, words, {
      sources,
      author: by,
      writeAs: authorOf(work, room, via),
      newId: nanoid,
    })
    replaceBlocks(transaction, item.text, blocks, 0, blocks.length, lines)
  })
  return before
}

/** Gives what runs an insert under the clientID of whoever typed it; null: the server. `via`: `merge:<member>`. */
export function authorOf(
  work: Work,
  room: RoomName,
  via: string,
): (author: string | null, insert: () => void) => void {
  return (author, insert) => work.writeAs(room, author as MemberId | null, via, insert)
}

/** Takes an item out of the draft, as it is now (DR1); gives what `gone` was set to. */
export function takeOut(work: Work, room: RoomName, item: DraftItem): string {
  const hash = itemHash(item)
  work.write(room, (_, doc) => {
    const entry = doc.getMap('items').get(item.id) as { set(key: string, value: string): void }
    entry.set('gone', hash)
  })
  return hash
}
