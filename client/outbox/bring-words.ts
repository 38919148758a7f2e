import { nanoid } from 'nanoid'
import type * as Y from 'yjs'
import { findDraftItem } from '../../shared/draft/draft-item.ts'
import { blockLength } from '../../shared/text/block.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { type Line, type Piece, replaceBlocks } from '../../shared/text/replace-blocks.ts'
import { openRooms } from '../sync/open-rooms.ts'
import type { ItemWords } from './item-words.ts'
import type { Keeper } from './kept-words.ts'
import type { MyOutbox } from './my-outbox.ts'

/** Puts words at the end of an item's text, a block for each line; false: there is no such item. */
export function putWords(draft: Y.Doc, item: string, words: string): boolean {
  const found = findDraftItem(draft, item)
  if (found === null) return false
  draft.transact((transaction) => {
    const blocks = renderBlocks(found.text)
    const last = blocks.length - 1
    const block = blocks[last]
    const kept: Piece[] =
      block === undefined ? [] : [{ block: last, from: 0, to: blockLength(block), formats: null }]
    const lines = words.split('\n').map((insert, index): Line => {
      const pieces: Piece[] = insert === '' ? [] : [{ insert, formats: {} }]
      if (index > 0) return { id: nanoid(), attributes: {}, pieces }
      const { id = nanoid(), attributes = {} } = block ?? {}
      return { id, attributes, pieces: [...kept, ...pieces] }
    })
    replaceBlocks(transaction, found.text, blocks, Math.max(last, 0), blocks.length, lines)
  })
  return true
}

/**
 * Brings words into items that came while no field of this page held them: after a reload, from any page of the meeting.
 * Holds the draft's room open as long as there are some. Gives the way to stop.
 */
export function bringWords({ member, meeting }: Keeper, outbox: MyOutbox, words: ItemWords): () => void {
  const room = `m/${meeting}/draft`
  let letGo: (() => void) | null = null
  let items: Y.Map<unknown> | null = null

  /** What may be there by now: nobody waits for an item that the server was never asked for. */
  const due = (): string[] => {
    const waiting = new Set(
      outbox.entries().flatMap(({ wish, isTried, isSent }) => {
        return 'item' in wish && wish.does === 'create' && !isTried && !isSent ? [wish.item] : []
      }),
    )
    return [...words.all().keys()].filter((item) => !waiting.has(item))
  }
  const watch = (next: Y.Map<unknown> | null): void => {
    if (items === next) return
    items?.unobserve(look)
    items = next
    items?.observe(look)
  }
  function look(): void {
    const wanted = due()
    if (wanted.length === 0) {
      watch(null)
      letGo?.()
      letGo = null
      return
    }
    letGo ??= openRooms.hold(room, member, true)
    const { doc } = openRooms.get(room, member, true)
    watch(doc.getMap('items'))
    for (const item of wanted) {
      words.claim(item)
      if (!words.mayBring(item) || findDraftItem(doc, item) === null) continue
      const text = words.take(item)
      if (text !== '') putWords(doc, item, text)
    }
  }
  const stops = [outbox.subscribe(look), words.subscribe(look), openRooms.subscribe(look)]
  look()
  return () => {
    for (const stop of stops) stop()
    watch(null)
    letGo?.()
  }
}
