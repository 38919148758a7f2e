import * as Y from 'yjs'
import { MAX_UNKNOWN_CLIENTS, VECTOR_BYTES_PER_CLIENT } from '../../shared/limits/sync-limits.ts'
import { SYNC, syncFrame } from '../../shared/protocol/messages.ts'
import { RefusedUpdate } from './incoming.ts'

/** How many answers are kept until the next change: newcomers ask from nothing, those who reconnect from one state. */
const MAX_KEPT = 16

/** Longer vectors are not worth remembering: whole rooms reconnect with the same short one. */
const MAX_KEY_BYTES = 4096

/**
 * The answers that a document gives to those who ask what they lack, encoded once for each change and not once for each
 * client (SY6). Ask only while everything in the document is on disk (SY1).
 */
export class States {
  readonly #doc: Y.Doc
  readonly #answers = new Map<string, Uint8Array>()
  #vector: Uint8Array | null = null
  #request: Uint8Array | null = null

  constructor(doc: Y.Doc) {
    this.#doc = doc
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.changed.size > 0 || transaction.deleteSet.clients.size > 0) this.#forget()
    })
  }

  /** Gives the document's state vector. */
  get vector(): Uint8Array {
    this.#vector ??= Y.encodeStateVector(this.#doc)
    return this.#vector
  }

  /** Gives the frame that asks a client what the document lacks (sync step 1). */
  request(): Uint8Array {
    this.#request ??= syncFrame(SYNC.step1, this.vector)
    return this.#request
  }

  /** Gives the frame with what a client with this state vector lacks (sync step 2). Throws RefusedUpdate on other bytes. */
  answer(vector: Uint8Array): Uint8Array {
    const most = VECTOR_BYTES_PER_CLIENT * (this.#doc.store.clients.size + MAX_UNKNOWN_CLIENTS)
    if (vector.length > most) throw new RefusedUpdate('too-much', 'A state vector names too many clients.')
    const key = Buffer.from(vector).toString('latin1')
    const known = this.#answers.get(key)
    if (known !== undefined) return known
    const frame = syncFrame(SYNC.step2, this.#encode(vector))
    if (this.#answers.size < MAX_KEPT && vector.length <= MAX_KEY_BYTES) this.#answers.set(key, frame)
    return frame
  }

  #encode(vector: Uint8Array): Uint8Array {
    try {
      return Y.encodeStateAsUpdate(this.#doc, vector)
    } catch {
      throw new RefusedUpdate('malformed', 'This is no state vector.')
    }
  }

  #forget(): void {
    this.#answers.clear()
    this.#vector = null
    this.#request = null
  }
}
