import * as Y from 'yjs'
import { SYNC } from '../../../shared/protocol/messages.ts'
import { type Joining, LoadClient, newClientID, type Target } from './client.ts'

const LETTERS = 'the quick brown fox jumps over the lazy dog '

/**
 * A client that types, one character an update, each after its last one. Its document holds the room's state as it was
 * and its own words: others' words change nothing about where it types.
 */
export class Typist {
  readonly client: LoadClient
  readonly #text: Y.Text
  #typed = 0
  /** How many of its characters stand, in a row. */
  #standing = 0
  #cursors = 0
  #update: Uint8Array = new Uint8Array()

  private constructor(client: LoadClient, doc: Y.Doc) {
    this.client = client
    this.#text = doc.getText('text')
    doc.on('update', (update: Uint8Array) => {
      this.#update = update
    })
  }

  static async connect(target: Target, joining: Joining): Promise<Typist> {
    const doc = new Y.Doc()
    doc.clientID = joining.clientID ?? newClientID()
    const client = await LoadClient.connectUntil(
      target,
      { ...joining, clientID: doc.clientID },
      (step, update) => {
        Y.applyUpdate(doc, update)
        return step === SYNC.step2
      },
    )
    return new Typist(client, doc)
  }

  get clientID(): number {
    return this.client.clientID
  }

  /** How many characters it has typed. */
  get typed(): number {
    return this.#typed
  }

  /** Types a character. */
  type(): void {
    this.#insert(LETTERS[this.#typed % LETTERS.length] as string)
  }

  /** Types many characters in one update. */
  paste(text: string): void {
    this.#insert(text)
  }

  /** Deletes the last characters that it typed. */
  erase(length: number): void {
    this.#text.delete(this.#end - length, length)
    this.#standing -= length
    this.client.sendUpdate(this.#update)
  }

  /** Shows its caret behind its last character. */
  showCursor(): void {
    this.client.sendCaret(++this.#cursors, this.#typed - 1)
  }

  // A seeded room begins with a marker: one types behind it.
  get #end(): number {
    return this.#standing + (this.#text.length > this.#standing ? 1 : 0)
  }

  #insert(text: string): void {
    this.#text.insert(this.#end, text)
    this.#typed += text.length
    this.#standing += text.length
    this.client.sendUpdate(this.#update)
  }
}
