import * as Y from 'yjs'
import { WIPE_MIN_CHARS, WIPE_SHARE } from '../../shared/limits/sync-limits.ts'
import type { Wipe } from '../../shared/protocol/messages.ts'
import type { DeletedRange } from '../../shared/text/changed-text.ts'
import { firstItem } from '../../shared/text/items.ts'
import { keepFormatting } from '../../shared/text/keep-formatting.ts'
import { RefusedUpdate } from './incoming.ts'

/** An answer that would remove most of a room's text: it waits for its sender's word (SY8). */
export class RefusedWipe extends RefusedUpdate {
  readonly wipe: Wipe

  constructor(wipe: Wipe) {
    super('wipe', `It removes ${wipe.removed} of ${wipe.of} characters.`)
    this.wipe = wipe
  }
}

/**
 * Lets an admitted answer pass unless it is a wipe that removes more than `agreed` characters. Throws
 * {@link RefusedWipe}; nothing has changed then. It keeps people from accidents, not from a hostile writer, who may
 * delete everything key by key and is named for it.
 */
export function guardFromWipe(
  doc: Y.Doc,
  update: Uint8Array,
  deletes: readonly DeletedRange[],
  agreed: number,
): void {
  const wipe = findWipe(doc, update, deletes)
  if (wipe !== null && wipe.removed > agreed) throw new RefusedWipe(wipe)
}

/**
 * Tells how much of the room's text an update removes, when that is most of it; null when it is not. What comes back
 * within the same update is not removed: a moved block, a deletion that was undone. Letters and digits count, spaces and
 * signs don't.
 */
export function findWipe(doc: Y.Doc, update: Uint8Array, deletes: readonly DeletedRange[]): Wipe | null {
  const deleted = countDeleted(doc, deletes)
  // The text is read only where most of it may be at stake, and copied only where as much is deleted.
  if (deleted < WIPE_MIN_CHARS * WIPE_SHARE) return null
  const before = wordsOf(doc)
  const of = lengthOf(before)
  if (of < WIPE_MIN_CHARS || deleted <= of * WIPE_SHARE) return null
  const after = wordsAfter(doc, update)
  let missing = 0
  for (const [word, count] of before) missing += word.length * Math.max(0, count - (after.get(word) ?? 0))
  // A word that lost a letter is another word, and only one letter has gone.
  const removed = Math.min(missing, deleted)
  return removed > of * WIPE_SHARE ? { removed, of } : null
}

/** Counts the characters that stand now and are deleted by these ranges. */
function countDeleted(doc: Y.Doc, deletes: readonly DeletedRange[]): number {
  let count = 0
  for (const { client, clock, length } of deletes) {
    const structs = doc.store.clients.get(client) ?? []
    const end = Math.min(clock + length, Y.getState(doc.store, client))
    if (clock >= end) continue
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
      const struct = structs[index] as Y.Item | Y.GC
      const { id } = struct
      if (id.clock >= end) break
      if (!(struct instanceof Y.Item) || struct.deleted || !(struct.content instanceof Y.ContentString))
        continue
      count += Math.min(end, id.clock + struct.length) - Math.max(clock, id.clock)
    }
  }
  return count
}

/** The document as the update would leave it is only built in a copy: nothing is applied before it is decided. */
function wordsAfter(doc: Y.Doc, update: Uint8Array): ReadonlyMap<string, number> {
  const copy = new Y.Doc({ gc: false })
  keepFormatting(copy)
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(copy, update)
    return wordsOf(copy)
  } finally {
    copy.destroy()
  }
}

/** A word; a character of its own where a script writes none between spaces. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu

/** How often each word stands in a room: moved words are the same words elsewhere. */
function wordsOf(doc: Y.Doc): Map<string, number> {
  const words = new Map<string, number>()
  for (const text of textsOf(doc))
    for (const [word] of shownText(text).matchAll(WORD)) words.set(word, (words.get(word) ?? 0) + 1)
  return words
}

function lengthOf(words: ReadonlyMap<string, number>): number {
  let length = 0
  for (const [word, count] of words) length += word.length * count
  return length
}

/** The texts of a room that clients write: that of the notes, or those of a draft's items, without removed ones. */
function textsOf(doc: Y.Doc): Y.Text[] {
  // A root that is asked for is made: none may come into being here.
  if (doc.share.has('text')) return [doc.getText('text')]
  if (!doc.share.has('items')) return []
  return [...doc.getMap('items').values()].flatMap((item) => {
    const text: unknown = item instanceof Y.Map && !item.has('gone') ? item.get('text') : null
    return text instanceof Y.Text ? [text] : []
  })
}

/** The characters of a text; whatever else stands between them ends a word. */
function shownText(text: Y.Text): string {
  let shown = ''
  for (let item = firstItem(text); item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    shown += item.content instanceof Y.ContentString ? item.content.str : '\n'
  }
  return shown
}
