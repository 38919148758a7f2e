import { WebSocket } from 'ws'
import { SYNC, syncFrame } from '../../../shared/protocol/messages.ts'
import { type Dialect, type DialectName, dialects } from './dialect.ts'
import { presenceFrame, readSync } from './frames.ts'

/** Where a client connects to. Plain data, so that it can be handed to another process. */
export interface Target {
  /** What comes before the room's name. */
  readonly url: string
  readonly dialect: DialectName
  /** A sign-in for each member, where the server asks for one. */
  readonly signIns: readonly string[]
}

/** Who connects, and what it has already. */
export interface Joining {
  readonly room: string
  /** Whose sign-in it uses. */
  readonly member: number
  readonly clientID?: number
  readonly stateVector?: Uint8Array
  /** Gives what the server lacks; nothing by default. */
  readonly answer?: (stateVector: Uint8Array) => Uint8Array
}

const NOTHING = Uint8Array.of(0)
const EMPTY_UPDATE = Uint8Array.of(0, 0)

/**
 * One socket of the load. It speaks the protocol but holds no document: with hundreds of receivers in one process, a
 * document each would take longer than the server does.
 */
export class LoadClient {
  readonly clientID: number
  /** Payload bytes received. */
  bytes = 0
  /** The close code, once closed. */
  closed: number | null = null
  /** Called with each update, whether it comes as an answer or as news. */
  onUpdate: (update: Uint8Array, step: number) => void = () => {}
  onClosed: () => void = () => {}
  readonly socket: WebSocket
  readonly #dialect: Dialect
  readonly #joining: Joining

  private constructor(target: Target, joining: Joining) {
    this.#dialect = dialects[target.dialect]
    this.#joining = joining
    this.clientID = joining.clientID ?? newClientID()
    const signIn = target.signIns[joining.member]
    this.socket = new WebSocket(`${target.url}${joining.room}`, {
      perMessageDeflate: false,
      ...(signIn === undefined ? {} : { headers: { authorization: `Bearer ${signIn}` } }),
    })
    this.socket.on('message', (message: Buffer) => this.#receive(message))
    this.socket.on('error', () => {})
    this.socket.on('close', (code) => {
      this.closed = code
      this.onClosed()
    })
  }

  /** Connects; resolves with the client and what it was given when it has the room's state. */
  static connect(target: Target, joining: Joining): Promise<LoadClient> {
    return LoadClient.connectUntil(target, joining, (step) => step === SYNC.step2)
  }

  /** The same, with another idea of when it has the state: `isThere` is asked for each sync frame. */
  static connectUntil(
    target: Target,
    joining: Joining,
    isThere: (step: number, update: Uint8Array) => boolean,
  ): Promise<LoadClient> {
    const client = new LoadClient(target, joining)
    return new Promise((resolve, reject) => {
      client.onClosed = () => reject(new Error(`${joining.room} was closed with ${client.closed}.`))
      const finish = (): void => {
        client.onUpdate = () => {}
        client.onClosed = () => {}
        resolve(client)
      }
      client.onUpdate = (update, step) => {
        if (isThere(step, update)) finish()
      }
      client.socket.on('open', () => {
        client.#greet()
        if (!client.#dialect.answers) finish()
      })
    })
  }

  send(frame: Uint8Array): void {
    this.socket.send(this.#dialect.pack(this.#joining.room, frame))
  }

  /** Shows its caret, as its page does, behind a character of its own. */
  sendCaret(clock: number, after: number): void {
    const { clientID } = this
    this.send(presenceFrame(clientID, clock, this.#dialect.caret(clientID, after)))
  }

  sendUpdate(update: Uint8Array): void {
    this.send(syncFrame(SYNC.update, update))
  }

  /** Closes and resolves when it is closed. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.closed !== null) {
        resolve()
        return
      }
      this.onClosed = resolve
      this.socket.close()
    })
  }

  #greet(): void {
    const { room, stateVector = NOTHING } = this.#joining
    const { clientID } = this
    for (const message of this.#dialect.greet({ room, clientID, stateVector })) this.socket.send(message)
  }

  #receive(message: Buffer): void {
    this.bytes += message.length
    this.#dialect.unpack(this.#joining.room, message, (frame) => {
      const sync = readSync(frame)
      if (sync === null) return
      if (sync.step === SYNC.step1) {
        const answer = this.#joining.answer?.(sync.body) ?? EMPTY_UPDATE
        this.send(syncFrame(SYNC.step2, answer))
      } else this.onUpdate(sync.body, sync.step)
    })
  }
}

/** Gives a clientID as Yjs makes them: 32 random bits. */
export function newClientID(): number {
  return Math.floor(Math.random() * 2 ** 32)
}

/** Connects many, at most `atOnce` at a time: more would overflow the queue of the listening socket. */
export async function connectAll(
  target: Target,
  joinings: readonly Joining[],
  atOnce = 100,
): Promise<LoadClient[]> {
  const clients: LoadClient[] = []
  const queue = [...joinings.entries()]
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      clients[next[0]] = await LoadClient.connect(target, next[1])
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return clients
}

/** Closes all and resolves when they are closed. */
export async function closeAll(clients: readonly LoadClient[]): Promise<void> {
  await Promise.all(clients.map((client) => client.close()))
}
