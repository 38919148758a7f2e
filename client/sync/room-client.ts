import * as decoding from 'lib0/decoding'
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import {
  type AuthorshipFacts,
  jsonFrame,
  MESSAGE,
  PROTOCOL,
  type Refused,
  SCHEMA,
  type ServerHello,
} from '../../shared/protocol/messages.ts'
import { keepFormatting } from '../../shared/text/keep-formatting.ts'
import { type Authorship, AuthorshipRecord } from './authorship.ts'
import { bringsStub } from './brings-stub.ts'
import { People } from './people.ts'
import { browserPorts, type RoomPorts } from './ports.ts'
import { RoomKeeper } from './room-keeper.ts'
import { initialState, isStorageFault, type RoomFault, type RoomState } from './room-state.ts'
import { observedSocket } from './sync-socket.ts'
import { Unsaved } from './unsaved.ts'
import { type UnsentFrom, unsentText } from './unsent-text.ts'

/** The server says something at least every 15 s: after this a connection that slept is not waited for. */
const STALE_MS = 20_000

/**
 * A handshake that takes longer is begun anew: a network that swallows packets answers none, and browsers wait for
 * minutes. Somebody who comes back to a page does not wait for an old one even so long.
 */
const HANDSHAKE_MS = 20_000
const OLD_HANDSHAKE_MS = 3_000

/** y-websocket 3.1 stops for good on 4400-4499; a frame that is too large (1009) would be sent again for ever too. */
const TOO_LARGE = 1009
const FORBIDDEN = 4403
const FAULTS: Readonly<Record<number, string>> = {
  [TOO_LARGE]: 'too-large',
  4400: 'bad-request',
  4401: 'signed-out',
  [FORBIDDEN]: 'forbidden',
  4404: 'not-found',
  4406: 'old-version',
}

export interface RoomClientOptions {
  readonly room: string
  readonly member: string
  /** Whether this member may come to write here: then what is typed is kept on this device and counted. */
  readonly writes: boolean
  readonly ports?: RoomPorts
}

/**
 * One room in the browser: y-websocket's own provider, Minuta's messages beside it, and a cache. Invariants:
 * 1. `unsaved` is 0 only when the server has said that every local transaction is on its disk.
 * 2. The document is shown only after the cache or the server has filled it.
 * 3. After a refusal nothing more is sent; the words stay here until `startAgain`.
 * 4. Whoever may not read the room any more keeps nothing of it but own words that were not taken.
 */
export class RoomClient {
  readonly room: string
  readonly member: string
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly #ports: RoomPorts
  readonly #provider: WebsocketProvider
  readonly #keeper: RoomKeeper | null
  readonly #unsaved = new Unsaved()
  readonly #authorship: AuthorshipRecord
  readonly #people = new People()
  readonly #listeners = new Set<() => void>()
  #state: RoomState
  #watchesAuthorship = false
  #leavesEpoch = false
  #isDestroyed = false
  /** The cache has been read: only then may the server be asked, so that its answer holds what was kept. */
  #isReady = false
  /** What the person agreed to remove (SY8), until the server has taken it. */
  #agreed: number | null = null
  #stopListening = (): void => {}
  #handshakeSince = 0
  #handshake: ReturnType<typeof setTimeout> | undefined

  constructor({ room, member, writes, ports = browserPorts() }: RoomClientOptions) {
    this.room = room
    this.member = member
    this.#ports = ports
    this.#state = initialState(ports.now())
    keepFormatting(this.doc)
    this.#authorship = new AuthorshipRecord({ client: this.doc.clientID, member })
    const observer = {
      clientID: this.doc.clientID,
      sent: (isAnswer: boolean) => this.#unsaved.sent(isAnswer),
    }
    this.#provider = new WebsocketProvider(ports.url, room, this.doc, {
      awareness: this.awareness,
      connect: false,
      disableBc: true,
      WebSocketPolyfill: observedSocket(ports.WebSocket, observer),
      shouldReconnect: ({ code }) => code !== TOO_LARGE && !(code >= 4400 && code < 4500),
    })
    this.#listenToProvider()
    this.#handleMessages()
    // After the provider's own handler: what a transaction was sent in is known by then.
    this.doc.on('update', (update, _origin, _doc, transaction) => this.#handleUpdate(update, transaction))
    this.#keeper = writes ? new RoomKeeper(this.doc, member, room, ports.openCache) : null
    void this.#start()
  }

  get state(): RoomState {
    return this.#state
  }

  /** Who typed what, as far as the server has told; see {@link watchAuthorship}. */
  get authorship(): Authorship {
    return this.#authorship.current
  }

  /** Calls back at each change of `state` and `authorship`; gives the way to stop it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Asks the server to tell who typed what, now and whenever something is added. */
  watchAuthorship(on: boolean): void {
    if (this.#watchesAuthorship === on) return
    this.#watchesAuthorship = on
    this.#sendWatch()
  }

  /** Gives the words that the server has not confirmed, to copy or download (SY11). */
  unsentText(): string {
    const left: UnsentFrom[] = [...(this.#keeper?.left ?? [])]
    const { clock } = this.#unsaved
    if (clock !== null) left.push({ client: this.doc.clientID, clock })
    return unsentText(this.doc, left)
  }

  /** Tries to connect at once: the network is back, the page woke up, somebody signed in again. */
  readonly wake = (): void => {
    const provider = this.#provider
    const { fault, link, over } = this.#state
    if (!this.#isReady || this.#isDestroyed || over || (link === 'closed' && fault?.code !== 'signed-out'))
      return
    const now = this.#ports.now()
    const isDead = provider.wsconnected
      ? now - provider.wsLastMessageReceived > STALE_MS
      : now - this.#handshakeSince > OLD_HANDSHAKE_MS
    if (provider.ws !== null && isDead) provider.disconnect()
    provider.connect()
  }

  /** Sends what was refused as a wipe once more, now that the person agrees that so much vanishes (SY8). */
  confirmWipe(): void {
    const wipe = this.#state.fault?.wipe
    if (wipe === undefined) return
    this.#agreed = wipe.removed
    this.#set({ link: 'connecting', fault: null })
    this.#provider.connect()
  }

  /** Gives up what was refused, and starts again from the server's state: the holder makes a new client. */
  async startAgain(): Promise<void> {
    this.#provider.disconnect()
    this.#unsaved.clear()
    await this.#keeper?.drop()
    this.#set({ unsaved: 0, unsavedSince: null, over: true })
  }

  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.#stopListening()
    clearTimeout(this.#handshake)
    this.#keeper?.close()
    this.#provider.destroy()
    this.doc.destroy()
    this.#listeners.clear()
  }

  async #start(): Promise<void> {
    this.#stopListening = this.#ports.listen({
      wake: this.wake,
      lostNetwork: () => {
        // The socket may seem open for minutes. A server on this very machine is reached without a network.
        if (this.#provider.ws !== null) this.#provider.disconnect()
        this.wake()
      },
      mayLeave: () => this.#unsaved.count === 0 || this.#keeper?.isHeld === true,
    })
    const kept = (await this.#keeper?.open()) ?? null
    if (this.#isDestroyed) return
    if (kept !== null) {
      const { mayWrite, asOf, isEmpty, leftCount } = kept
      this.#unsaved.inherit(leftCount, this.#ports.now())
      // Nothing is kept of an empty text: that it is empty is known once the server has said how it stands.
      const text = isEmpty && asOf === 0 ? 'none' : 'cached'
      this.#set({ mayWrite, asOf, text, kept: true, keptCount: leftCount, ...this.#count() })
    }
    this.#isReady = true
    this.#provider.connect()
  }

  #listenToProvider(): void {
    const provider = this.#provider
    provider.on('status', ({ status }) => {
      clearTimeout(this.#handshake)
      if (status === 'connecting') this.#begin()
      // The provider sends its first frame after it has said this: so hello comes before it.
      else if (status === 'connected') this.#sendHello()
    })
    provider.on('sync', (isSynced: boolean) => {
      if (!isSynced || this.#leavesEpoch) return
      const asOf = this.#ports.now()
      this.#set({ text: 'live', asOf })
      this.#keeper?.note({ mayWrite: this.#state.mayWrite, asOf })
    })
    provider.on('connection-close', () => {
      this.#unsaved.disconnected()
      const asOf = this.#state.link === 'online' ? this.#ports.now() : this.#state.asOf
      this.#set({ link: 'offline', asOf })
      this.#keeper?.note({ mayWrite: this.#state.mayWrite, asOf })
    })
    provider.on('closed', ({ code }) => {
      const { fault } = this.#state
      const said = isStorageFault(fault) ? null : fault
      // Another page's words are its own to let go.
      const isOut = code === FORBIDDEN && this.#unsaved.count === 0 && this.#keeper?.othersWait !== true
      if (isOut) void this.#keeper?.drop()
      this.#set({
        link: 'closed',
        fault: said ?? { code: FAULTS[code] ?? 'refused', hint: '' },
        ...(isOut && { text: 'none' }),
      })
    })
  }

  #begin(): void {
    this.#handshakeSince = this.#ports.now()
    this.#handshake = setTimeout(this.wake, HANDSHAKE_MS)
    this.#renewPresence()
  }

  #handleMessages(): void {
    const on = (type: number, handle: (decoder: decoding.Decoder) => void): void => {
      this.#provider.messageHandlers[type] = (_encoder, decoder) => handle(decoder)
    }
    on(MESSAGE.awareness, (decoder) => {
      const update = this.#people.name(decoding.readVarUint8Array(decoder))
      applyAwarenessUpdate(this.awareness, update, this.#provider)
    })
    on(MESSAGE.stored, (decoder) => this.#handleStored(decoding.readVarUint(decoder)))
    on(MESSAGE.refused, (decoder) => this.#handleRefused(readJson<Refused>(decoder)))
    on(MESSAGE.hello, (decoder) => this.#handleHello(readJson<ServerHello>(decoder)))
    on(MESSAGE.authorship, (decoder) => {
      this.#authorship.add(readJson<AuthorshipFacts>(decoder))
      this.#emit()
    })
  }

  #sendHello(): void {
    const { clientID } = this.doc
    const epoch = this.#keeper?.epoch ?? null
    const agreed = this.#agreed === null ? {} : { agreed: this.#agreed }
    const who = { member: this.member, clientID }
    this.#send(jsonFrame(MESSAGE.hello, { protocol: PROTOCOL, schema: SCHEMA, epoch, ...who, ...agreed }))
    if (this.#watchesAuthorship) this.#sendWatch()
  }

  #sendWatch(): void {
    if (this.#provider.wsconnected)
      this.#send(Uint8Array.of(MESSAGE.authorship, this.#watchesAuthorship ? 1 : 0))
  }

  #send(frame: Uint8Array): void {
    this.#provider.ws?.send(frame as Uint8Array<ArrayBuffer>)
  }

  /** When a connection ended the server told everybody so, one step ahead of this client's own count. */
  #renewPresence(): void {
    const { awareness } = this
    for (let step = 0; step < 2; step++) awareness.setLocalState(awareness.getLocalState())
  }

  #handleHello({ epoch, mayWrite }: ServerHello): void {
    const keeper = this.#keeper
    this.#set({ link: 'online', mayWrite, fault: null })
    if (keeper === null) return
    if (keeper.epoch !== null && keeper.epoch !== epoch) {
      // What is here was sent in the answer just before; once it is on disk, the new epoch's state is taken alone.
      this.#leavesEpoch = true
      this.#set({ mayWrite: false })
      this.#leaveEpoch()
      return
    }
    if (keeper.epoch === null) void this.#beginKeeping(keeper, epoch)
    keeper.note({ mayWrite, asOf: null })
  }

  async #beginKeeping(keeper: RoomKeeper, epoch: number): Promise<void> {
    const leftCount = await keeper.begin(epoch)
    this.#unsaved.inherit(leftCount, this.#ports.now())
    this.#set(this.#count())
    this.#keep()
  }

  #leaveEpoch(): void {
    if (this.#leavesEpoch && this.#unsaved.count === 0) void this.startAgain()
  }

  #handleStored(frames: number): void {
    const had = this.#unsaved.count
    this.#agreed = null
    this.#unsaved.stored(frames)
    if (!this.#unsaved.hasInherited) void this.#keeper?.settle()
    if (this.#unsaved.count === had) return
    this.#set(this.#count())
    this.#keep()
    this.#leaveEpoch()
  }

  #handleRefused({ code, hint, late = false, wipe }: Refused): void {
    // Nobody has typed under this clientID yet: a new document with another one is no loss.
    if (code === 'client-id-taken' && this.#unsaved.clock === null) this.#set({ over: true })
    else this.#set({ fault: { code, hint, late, ...(wipe && { wipe }) } satisfies RoomFault })
  }

  #handleUpdate(update: Uint8Array, transaction: Y.Transaction): void {
    if (!transaction.local) {
      this.#unsaved.passed()
      if (bringsStub(update)) this.#keeper?.compact()
      return
    }
    const { clientID } = this.doc
    this.#unsaved.made(transaction.beforeState.get(clientID) ?? 0, this.#ports.now())
    this.#set(this.#count())
    this.#keep()
  }

  #keep(): void {
    const { madeHere, clock, count } = this.#unsaved
    this.#keeper?.keep(madeHere, clock ?? 0, (kept) =>
      this.#set(kept ? { kept, keptCount: count } : { kept }),
    )
  }

  #count(): Pick<RoomState, 'unsaved' | 'unsavedSince'> {
    return { unsaved: this.#unsaved.count, unsavedSince: this.#unsaved.since }
  }

  #set(change: Partial<RoomState>): void {
    if (this.#isDestroyed) return
    const before = this.#state
    const linkSince = (change.link ?? before.link) === before.link ? before.linkSince : this.#ports.now()
    this.#state = { ...before, ...change, linkSince }
    this.#emit()
  }

  #emit(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}

function readJson<Body>(decoder: decoding.Decoder): Body {
  return JSON.parse(decoding.readVarString(decoder)) as Body
}
