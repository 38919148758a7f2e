import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Random } from '../../scripts/fuzz/random.ts'
import { END } from '../../shared/text/atom.ts'
import { firstItem, insertAfter, isEnd, markerOf } from '../../shared/text/items.ts'
import { keepFormatting } from '../../shared/text/keep-formatting.ts'
import { admit } from './gate.ts'
import { notesRoom } from './testing/gated-room.ts'

// Large updates that people make: whatever bound the gate has, these pass it.

const TIMEOUT_MS = 120_000

/** A text behind the gate alone: no rooms, no authorship. */
class GatedText {
  readonly doc = new Y.Doc()

  constructor() {
    keepFormatting(this.doc)
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(notesRoom().doc))
  }

  /** Gives somebody's copy, under a clientID of their own. */
  copy(client: number): Y.Doc {
    const doc = new Y.Doc()
    keepFormatting(doc)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.doc))
    doc.clientID = client
    return doc
  }

  /** Lets in all that a copy has and this lacks, as when a client comes back. */
  takeFrom(copy: Y.Doc): void {
    const update = Y.encodeStateAsUpdate(copy, Y.encodeStateVector(this.doc))
    const text = this.doc.getText('text')
    const paths = { rootText: () => text, isFlatText: (other: Y.Text) => other === text }
    expect(admit(this.doc, update, { mayWrite: true, owns: () => 'own' }, paths).isNew).toBe(true)
    Y.applyUpdate(this.doc, update)
  }

  expectSame(...copies: readonly Y.Doc[]): void {
    for (const copy of copies) {
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(copy)))
      expect(copy.getText('text').toString() === this.doc.getText('text').toString()).toBe(true)
    }
  }
}

/** Types at one place for an hour, looking back now and then: mistakes are deleted, words put in further up. */
function typeForAnHour(doc: Y.Doc, start: number, seed: number): void {
  const random = new Random(seed)
  const text = doc.getText('text')
  let [length, caret] = [0, 0]
  for (let key = 0; key < 15_000; key++) {
    if (random.chance(0.02)) caret = random.chance(0.05) ? 0 : random.int(0, length)
    if (random.chance(0.06)) caret = length
    if (caret > 0 && random.chance(0.12)) {
      text.delete(start + --caret, 1)
      length--
    } else {
      text.insert(start + caret++, 'abcde '.charAt(random.int(0, 5)))
      length++
    }
  }
}

/** Deletes and inserts single characters at places drawn at random, in one go. */
function editAllOver(doc: Y.Doc, edits: number, length: number): void {
  const random = new Random(doc.clientID)
  doc.transact(() => {
    const text = doc.getText('text')
    for (let edit = 0; edit < edits; edit++) {
      if (edit % 2 === 0) text.delete(random.int(12, length), 1)
      else text.insert(random.int(12, length), 'y')
    }
  })
}

/** Puts in lines of 100 characters at the end of the first block, as a paste does. */
function paste(doc: Y.Doc, lines: number, isRich = false): void {
  doc.transact((transaction) => {
    const text = doc.getText('text')
    let left = firstItem(text) as Y.Item
    while (!isEnd(left)) left = left.right as Y.Item
    for (let line = 0; line < lines; line++) {
      left = insertAfter(transaction, text, left, new Y.ContentType(new Y.Map()))
      const marker = markerOf(left) as Y.Map<unknown>
      marker.set('id', `p${doc.clientID}-${line}`)
      marker.set('v', 1)
      left = insertAfter(transaction, text, left, new Y.ContentString('x'.repeat(isRich ? 50 : 100)))
      if (isRich) {
        left = insertAfter(transaction, text, left, new Y.ContentFormat('bold', true) as never)
        left = insertAfter(transaction, text, left, new Y.ContentString('y'.repeat(30)))
        left = insertAfter(transaction, text, left, new Y.ContentFormat('bold', null as never) as never)
        left = insertAfter(transaction, text, left, new Y.ContentString('z'.repeat(20)))
      }
      left = insertAfter(transaction, text, left, new Y.ContentEmbed(END))
    }
  })
}

/** Deletes all text but no block. */
function clear(doc: Y.Doc): void {
  doc.transact((transaction) => {
    for (let item = firstItem(doc.getText('text')); item !== null; item = item.right)
      if (markerOf(item) === null && !isEnd(item)) item.delete(transaction)
  })
}

describe('[SY2] is let in', () => {
  it.each([
    ['lower', 60, 70],
    ['higher', 70, 60],
  ])(
    'what two people typed at one place for an hour offline, the first under the %s clientID',
    (_, first, second) => {
      const gated = new GatedText()
      const [one, other] = [gated.copy(first), gated.copy(second)]
      typeForAnHour(one, 4, 1)
      typeForAnHour(other, 4, 2)
      gated.takeFrom(one)
      gated.takeFrom(other)
      gated.expectSame(one, other)
    },
    TIMEOUT_MS,
  )

  it(
    'a pasted book of 2 MB, and what another put in its place meanwhile, in two goes',
    () => {
      const gated = new GatedText()
      const [one, other] = [gated.copy(60), gated.copy(70)]
      paste(one, 20_000)
      paste(other, 1)
      paste(other, 1)
      gated.takeFrom(one)
      gated.takeFrom(other)
      gated.expectSame(one, other)
    },
    TIMEOUT_MS,
  )

  it(
    '20,000 edits all over a text of 2 MB, in one run and then in pieces',
    () => {
      const gated = new GatedText()
      const author = gated.copy(60)
      author.getText('text').insert(3, 'x'.repeat(2_000_000))
      gated.takeFrom(author)
      for (const client of [70, 80]) {
        const editor = gated.copy(client)
        editAllOver(editor, 20_000, 1_900_000)
        gated.takeFrom(editor)
        gated.expectSame(editor)
      }
    },
    TIMEOUT_MS,
  )

  it.each([
    ['one by one', true],
    ['all at once', false],
  ])(
    'the deletion of 3,000 lines with formats, its undo, redo and undo, %s',
    (_, isOnline) => {
      const gated = new GatedText()
      const author = gated.copy(60)
      paste(author, 3000, true)
      gated.takeFrom(author)
      const text = author.getText('text')
      const undo = new Y.UndoManager(text, { captureTimeout: 0, trackedOrigins: new Set([null]) })
      for (const step of [() => clear(author), () => undo.undo(), () => undo.redo(), () => undo.undo()]) {
        step()
        if (isOnline) gated.takeFrom(author)
      }
      if (!isOnline) gated.takeFrom(author)
      gated.expectSame(author)
      expect(text.length).toBeGreaterThan(300_000)
    },
    TIMEOUT_MS,
  )
})
