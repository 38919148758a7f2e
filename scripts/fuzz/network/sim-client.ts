import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { Connection } from '../../../server/sync/connection.ts'
import type { MemberId } from '../../../shared/ids/ids.ts'
import {
  jsonFrame,
  MESSAGE,
  PROTOCOL,
  type Refused,
  SCHEMA,
  type ServerHello,
  SYNC,
  syncFrame,
} from '../../../shared/protocol/messages.ts'
import type { Random } from '../random.ts'
import type { Typist } from '../text/typist.ts'
import type { SimClock } from './sim-clock.ts'
import type { SimServer } from './sim-server.ts'

/** A typist behind a network that delays and breaks, speaking the real wire to the real server. */
export class SimClient {
  readonly member: MemberId
  /** The page: after a refusal it starts again from the server's state. */
  typist: Typist
  readonly #makeTypist: (generation: number) => Typist
  readonly #server: SimServer
  readonly #clock: SimClock
  readonly #random: Random
  #connection: Connection | null = null
  /** Counts connections: frames of an older one arrive nowhere. */
  #generation = 0
  #sent = 0
  #arrival = 0
  /** Update frames of this connection, by number, with the characters they brought. */
  #frames: string[][] = []
  /** Characters that the server said are on disk, and those that came from others: none may ever be missing. */
  readonly promised = new Set<string>()
  refusals: string[] = []
  /** Whether the server lets this member write, as far as the page has heard. */
  mayWrite = true
  /** Words that the page kept for copying when it started again (SY11). */
  readonly offered = new Set<string>()
  #pages = 0
  /** What the next connection agrees to remove: the reader was asked, and said yes (SY8). */
  #agreed = 0

  constructor(
    member: string,
    makeTypist: (generation: number) => Typist,
    server: SimServer,
    clock: SimClock,
    random: Random,
  ) {
    this.member = member as MemberId
    this.#makeTypist = makeTypist
    this.#server = server
    this.#clock = clock
    this.#random = random
    this.typist = this.#openPage()
  }

  get isConnected(): boolean {
    return this.#connection !== null
  }

  connect(): void {
    if (this.#connection !== null) return
    const generation = ++this.#generation
    this.#sent = 0
    this.#frames = []
    this.#arrival = this.#clock.now()
    const connection = this.#server.accept(this.member, {
      send: (frame) => this.#later(generation, () => this.#receive(frame)),
      close: (_code, reason) => this.#later(generation, () => this.#handleClosed(reason)),
      bufferedBytes: 0,
    })
    if (connection === null) {
      this.#retry()
      return
    }
    this.#connection = connection
    this.#send(
      jsonFrame(MESSAGE.hello, {
        protocol: PROTOCOL,
        schema: SCHEMA,
        epoch: null,
        clientID: this.typist.doc.clientID,
        agreed: this.#agreed,
      }),
    )
    this.#send(syncFrame(SYNC.step1, Y.encodeStateVector(this.typist.doc)))
  }

  /** The link breaks: what is under way in either direction is lost. */
  cut(): void {
    const connection = this.#connection
    if (connection === null) return
    this.#generation++
    this.#connection = null
    connection.handleClosed()
    this.#retry()
  }

  /** The server died: nothing was said, the link is just gone. */
  lose(): void {
    this.#generation++
    this.#connection = null
    this.#retry()
  }

  #openPage(): Typist {
    const typist = this.#makeTypist(this.#pages++)
    typist.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'hub') for (const char of charsOf(update)) this.promised.add(char)
      else this.#sendUpdate(SYNC.update, update)
    })
    return typist
  }

  /** The server refused: what it has not promised is offered for copying, then the page begins anew. */
  #startAgain(): void {
    for (const char of charsOf(Y.encodeStateAsUpdate(this.typist.doc)))
      if (!this.promised.has(char)) this.offered.add(char)
    this.typist = this.#openPage()
  }

  #retry(): void {
    this.#clock.after(this.#random.int(5, 400), () => this.connect())
  }

  #handleClosed(reason: string): void {
    if (reason.startsWith('client') || reason.startsWith('foreign') || reason === 'clock-gap')
      this.refusals.push(reason)
    this.#connection?.handleClosed()
    this.#connection = null
    this.#generation++
    if (reason === 'read-only') this.#startAgain()
    this.#retry()
  }

  #sendUpdate(step: 1 | 2, update: Uint8Array): void {
    if (this.#connection === null) return
    this.#frames[this.#sent++] = charsOf(update)
    this.#send(syncFrame(step, update))
  }

  #send(frame: Uint8Array): void {
    const connection = this.#connection
    if (connection !== null) this.#later(this.#generation, () => connection.receive(frame))
  }

  /** Frames of one connection arrive in order, each when the network likes. */
  #later(generation: number, arrive: () => void): void {
    this.#arrival = Math.max(this.#arrival, this.#clock.now() + this.#random.int(0, 60))
    this.#clock.after(this.#arrival - this.#clock.now(), () => {
      if (generation === this.#generation) arrive()
    })
  }

  #receive(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.stored) {
      const count = decoding.readVarUint(decoder)
      for (const chars of this.#frames.slice(0, count)) for (const char of chars) this.promised.add(char)
    } else if (type === MESSAGE.refused) {
      const refused = decoding.readVarString(decoder)
      const { wipe } = JSON.parse(refused) as Refused
      if (wipe !== undefined) this.#agreed = wipe.removed
      else if (!refused.includes('storage') && !refused.includes('read-only')) this.refusals.push(refused)
    } else if (type === MESSAGE.hello) {
      this.mayWrite = (JSON.parse(decoding.readVarString(decoder)) as ServerHello).mayWrite
    } else if (type === MESSAGE.sync) {
      const step = decoding.readVarUint(decoder)
      const body = decoding.readVarUint8Array(decoder)
      if (step === SYNC.step1) this.#sendUpdate(SYNC.step2, Y.encodeStateAsUpdate(this.typist.doc, body))
      else {
        Y.applyUpdate(this.typist.doc, body, 'hub')
        this.typist.show()
      }
    }
  }
}

/** Gives the characters that an update inserts. */
export function charsOf(update: Uint8Array): string[] {
  return Y.decodeUpdate(update).structs.flatMap((struct) => {
    return struct instanceof Y.Item && struct.content instanceof Y.ContentString
      ? [...struct.content.str]
      : []
  })
}
