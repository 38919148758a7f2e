import * as Y from 'yjs'
import type { Atom } from './atom.ts'
import type { CharId, Formats, FormatValue } from './block.ts'
import { sameRecord } from './block.ts'
import { indexAfter, insertAfter, itemFrom } from './items.ts'

/** Gives the formats in force straight after an item, walking left to the nearest item in `known`. */
export function formatsAfter(left: Y.Item | null, known: ReadonlyMap<Y.Item, Formats>): Formats {
  const found: Record<string, FormatValue | null> = {}
  let base: Formats = {}
  for (let item = left; item !== null; item = item.left) {
    const formats = known.get(item)
    if (formats !== undefined) {
      base = formats
      break
    }
    if (!item.deleted && item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content as { key: string; value: unknown }
      if (!(key in found)) found[key] = value as FormatValue | null
    }
  }
  if (Object.keys(found).length === 0) return base
  const merged = { ...base, ...found }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)) as Formats
}

/** Inserts text or an atom straight after `left`, where `current` is in force, so that it shows with `formats`. */
export function insertFormatted(
  transaction: Y.Transaction,
  text: Y.Text,
  left: Y.Item | null,
  current: Formats,
  insert: string | Atom,
  formats: Formats,
): { left: Y.Item; at: CharId } {
  const { doc } = transaction
  const { clientID: client } = doc
  const clock = Y.getState(doc.store, client)
  if (sameRecord(current, formats)) {
    // The way of all plain typing: no search from the start of the text (TX9).
    const content = typeof insert === 'string' ? new Y.ContentString(insert) : new Y.ContentEmbed(insert)
    return { left: insertAfter(transaction, text, left, content), at: { client, clock } }
  }
  const index = indexAfter(text, left)
  if (typeof insert === 'string') text.insert(index, insert, { ...formats })
  else text.insertEmbed(index, insert, { ...formats })
  let item = itemFrom(transaction, { client, clock })
  while (item.content instanceof Y.ContentFormat) {
    item = itemFrom(transaction, { client, clock: item.id.clock + item.length })
  }
  return { left: item, at: { client, clock: item.id.clock } }
}

/** Changes the formats of characters that stay: sets only what differs. */
export function formatChars(
  transaction: Y.Transaction,
  text: Y.Text,
  at: CharId,
  length: number,
  before: Formats,
  after: Formats,
): void {
  const changes: Record<string, FormatValue | null> = {}
  for (const [key, value] of Object.entries(after)) if (before[key] !== value) changes[key] = value
  for (const key of Object.keys(before)) if (!(key in after)) changes[key] = null
  let clock = at.clock
  const end = at.clock + length
  while (clock < end) {
    const item = itemFrom(transaction, { client: at.client, clock })
    const units = Math.min(item.length, end - clock)
    if (!item.deleted) text.format(indexAfter(text, item.left), units, { ...changes })
    clock += units
  }
}
