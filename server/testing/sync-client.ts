import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import {
  type ClientHello,
  jsonFrame,
  MESSAGE,
  PROTOCOL,
  type Refused,
  SCHEMA,
  type ServerHello,
  SYNC,
  syncFrame,
} from '../../shared/protocol/messages.ts'
import type { TestCaller } from './running.ts'

type HelloMore = Pick<ClientHello, 'agreed' | 'member'>

/** A client of one room on a real socket, as small as can be: it says hello, follows, and writes when told. */
export class SyncClient {
  readonly doc: Y.Doc
  readonly hellos: ServerHello[] = []
  readonly refused: Refused[] = []
  stored = 0
  isSynced = false
  /** Resolves when the room's state is here. */
  readonly synced: Promise<void>
  #markSynced: () => void = () => {}
  largestFrame = 0
  /** The code that the socket was closed with. */
  closedWith: number | null = null
  readonly #socket: WebSocket
  readonly #more: HelloMore

  /** `more`: what its hello says besides, how many characters its answer may remove (SY8), as whom it writes. */
  constructor(origin: string, caller: TestCaller, room: string, doc = new Y.Doc(), more: HelloMore = {}) {
    this.doc = doc
    this.#more = more
    this.synced = new Promise((resolve) => {
      this.#markSynced = resolve
    })
    const url = `${origin.replace('http', 'ws')}/sync/${encodeURIComponent(room)}`
    this.#socket = new WebSocket(url, { headers: { cookie: caller.cookie, origin } })
    this.#socket.binaryType = 'arraybuffer'
    this.#socket.on('open', () => this.#greet())
    this.#socket.on('message', (data: ArrayBuffer) => this.#receive(new Uint8Array(data)))
    this.#socket.on('close', (code) => {
      this.closedWith = code
    })
    doc.on('update', (update: Uint8Array, from: unknown) => {
      if (from !== this) this.send(syncFrame(SYNC.update, update))
    })
  }

  /** Puts words before the end of the first block. */
  type(words: string): void {
    this.doc.getText('text').insert(1, words)
  }

  send(frame: Uint8Array): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(frame)
  }

  close(): void {
    this.#socket.close()
  }

  #greet(): void {
    const { clientID } = this.doc
    const hello = { protocol: PROTOCOL, schema: SCHEMA, epoch: null, clientID, ...this.#more }
    this.send(jsonFrame(MESSAGE.hello, hello))
    this.send(syncFrame(SYNC.step1, Y.encodeStateVector(this.doc)))
  }

  #receive(frame: Uint8Array): void {
    this.largestFrame = Math.max(this.largestFrame, frame.length)
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.hello) this.hellos.push(JSON.parse(decoding.readVarString(decoder)) as ServerHello)
    else if (type === MESSAGE.refused)
      this.refused.push(JSON.parse(decoding.readVarString(decoder)) as Refused)
    else if (type === MESSAGE.stored) this.stored = decoding.readVarUint(decoder)
    else if (type === MESSAGE.sync) {
      const step = decoding.readVarUint(decoder)
      const body = decoding.readVarUint8Array(decoder)
      if (step === SYNC.step1) this.send(syncFrame(SYNC.step2, Y.encodeStateAsUpdate(this.doc, body)))
      else Y.applyUpdate(this.doc, body, this)
      if (step !== SYNC.step2) return
      this.isSynced = true
      this.#markSynced()
    }
  }
}
