import * as Y from 'yjs'
import { parseRoomName, type RoomName } from '../../shared/ids/ids.ts'
import { firstItem } from '../../shared/text/items.ts'

/** Fewer are read over in microseconds, and are left: a clean-up is not free for those who are offline (README.md). */
export const MIN_SUPERFLUOUS = 200

/**
 * Gives what tidies the formats of a room that nobody has open (TX11), or null when there is too little to tidy. It
 * deletes format items and nothing else: no character, author or anchor changes, and everything reads as before.
 */
export function cleanUpOf(name: RoomName, doc: Y.Doc): (() => void) | null {
  const texts = flatTextsOf(name, doc)
  const count = texts.reduce((sum, text) => sum + superfluousFormats(text).length, 0)
  return count < MIN_SUPERFLUOUS ? null : () => texts.forEach(deleteFormats)
}

/**
 * Gives the formats that show nowhere, because another value of the same attribute follows before any visible character.
 * The last one before a character stays even where it changes nothing: a change of format that comes late ends there.
 */
export function superfluousFormats(text: Y.Text): Y.Item[] {
  const found: Y.Item[] = []
  /** By attribute, since the last visible character. */
  const latest = new Map<string, Y.Item>()
  for (let item = firstItem(text); item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) {
      const { key } = item.content as { key: string }
      const overridden = latest.get(key)
      if (overridden !== undefined) found.push(overridden)
      latest.set(key, item)
    } else if (item.countable) latest.clear()
  }
  return found
}

function deleteFormats(text: Y.Text): void {
  const { doc } = text
  if (doc === null) return
  Y.transact(doc, (transaction) => {
    for (const item of superfluousFormats(text)) item.delete(transaction)
  })
}

function flatTextsOf(name: RoomName, doc: Y.Doc): Y.Text[] {
  const kind = parseRoomName(name)?.parts.kind
  if (kind === 'notes') return [doc.getText('text')]
  if (kind !== 'draft') return []
  const texts = [...doc.getMap('items').values()].map((item) =>
    item instanceof Y.Map ? item.get('text') : null,
  )
  return texts.filter((text) => text instanceof Y.Text)
}
