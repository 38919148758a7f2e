import * as Y from 'yjs'
import type { MemberId } from '../../../shared/ids/ids.ts'
import { firstItem, markerOf } from '../../../shared/text/items.ts'
import { keepFormatting } from '../../../shared/text/keep-formatting.ts'
import type { Random } from '../random.ts'

/** Somebody with a document of their own, who gets what the server lets in a while after. */
export interface Author {
  readonly member: MemberId
  readonly doc: Y.Doc
  readonly undo: Y.UndoManager
  readonly inbox: Uint8Array[]
  readonly outbox: Uint8Array[]
}

/** Makes an author out of a room's state. */
export function author(member: MemberId, client: number, start: Uint8Array): Author {
  const doc = copyOf(start)
  doc.clientID = client * 100 + 1
  const outbox: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, _: unknown, __: unknown, transaction: Y.Transaction) => {
    if (transaction.local) outbox.push(update)
  })
  const undo = new Y.UndoManager(doc.getText('text'), { captureTimeout: 0, deleteFilter: () => false })
  return { member, doc, undo, inbox: [], outbox }
}

/** Takes the next updates that the server sent. */
export function receive({ inbox, doc }: Author, count: number): void {
  for (const update of inbox.splice(0, count)) Y.applyUpdate(doc, update)
}

/** Changes the text in one of the ways that people do. */
export function write(random: Random, { doc, undo }: Author): void {
  const text = doc.getText('text')
  const at = random.int(0, text.length)
  random.pick([
    () => text.insert(at, 'abcdef'.slice(random.int(0, 5))),
    () => text.insert(at, 'x'),
    () => deleteText(random, text),
    () => text.format(Math.min(at, text.length - 1), 1, { bold: random.chance(0.5) ? true : null }),
    () => insertBlock(text, at, `n${doc.clientID}-${Y.getState(doc.store, doc.clientID)}`),
    () => setKind(random, text),
    () => undo.undo(),
    () => undo.redo(),
  ])()
}

function insertBlock(text: Y.Text, at: number, id: string): void {
  const block = new Y.Map<unknown>()
  block.set('id', id)
  text.insertEmbed(at, block)
}

/** Deletes text alone: a few characters of a run. */
function deleteText(random: Random, text: Y.Text): void {
  let index = 0
  for (const { insert } of text.toDelta() as { insert: unknown }[]) {
    const length = typeof insert === 'string' ? insert.length : 1
    if (typeof insert === 'string' && random.chance(0.3)) {
      const from = random.int(0, length - 1)
      text.delete(index + from, random.int(1, length - from))
      return
    }
    index += length
  }
}

function setKind(random: Random, text: Y.Text): void {
  for (let item = firstItem(text); item !== null; item = item.right) {
    const marker = markerOf(item)
    if (marker !== null && random.chance(0.4))
      return void marker.set('kind', random.pick(['trend', 'lesson']))
  }
}

/** Makes a document as it is kept in a page. */
export function copyOf(state?: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  keepFormatting(doc)
  if (state !== undefined) Y.applyUpdate(doc, state)
  return doc
}
