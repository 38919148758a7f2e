import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Random } from '../../fuzz/random.ts'
import type { Target } from '../load/client.ts'
import { minutaCaret } from '../load/frames.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** A text that is longer loses more than it gains, so that memory can be told from growth. */
const FULL_LENGTH = 4000

/** Somebody with y-websocket's own provider, who writes, deletes, is cut off and comes back. */
export class Person {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  readonly #random: Random
  /** Close codes of the server's that say that something was wrong. */
  readonly faults: number[] = []

  constructor(target: Target, room: string, member: number, random: Random) {
    this.#random = random
    const authorization = `Bearer ${target.signIns[member]}`
    class SignedInSocket extends WebSocket {
      constructor(address: string | URL) {
        super(address, { headers: { authorization } })
      }
    }
    this.provider = new WebsocketProvider(target.url.replace(/\/$/, ''), room, this.doc, {
      WebSocketPolyfill: SignedInSocket as never,
      disableBc: true,
      maxBackoffTime: 500,
    })
    this.provider.on('connection-close', (event) => {
      if (event !== null && event.code >= 4400) this.faults.push(event.code)
    })
  }

  get text(): Y.Text {
    return this.doc.getText('text')
  }

  /** Writes a few letters, or deletes some. */
  edit(): void {
    const { text } = this
    if (text.length < 2) return
    const isFull = text.length > FULL_LENGTH
    if (this.#random.chance(isFull ? 0.7 : 0.2)) this.#delete()
    else {
      const letters = Array.from({ length: this.#random.int(1, 6) }, () => this.#random.pick([...LETTERS]))
      text.insert(this.#random.int(1, text.length - 1), letters.join(''))
    }
    const caret = minutaCaret(this.doc.clientID, this.#random.int(0, 1000))
    this.provider.awareness.setLocalState({ ...caret })
  }

  /** The network breaks without a word. */
  cut(): void {
    const socket = this.provider.ws as unknown as WebSocket | null
    socket?.terminate()
  }

  /** Everything that this document knows, to compare. */
  state(): string {
    const vector = [...Y.decodeStateVector(Y.encodeStateVector(this.doc))].sort(([a], [b]) => a - b)
    return JSON.stringify([this.text.toDelta(), vector])
  }

  leave(): void {
    this.provider.destroy()
    this.doc.destroy()
  }

  #delete(): void {
    const { text } = this
    const from = this.#random.int(1, text.length - 1)
    // A marker is one embedded object: only words are deleted, as an editor does.
    let at = 0
    for (const { insert } of text.toDelta() as { insert: string | object }[]) {
      const length = typeof insert === 'string' ? insert.length : 1
      if (from < at + length) {
        if (typeof insert === 'string')
          text.delete(from, Math.min(this.#random.int(1, 8), at + length - from))
        return
      }
      at += length
    }
  }
}
