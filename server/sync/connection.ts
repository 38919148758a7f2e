import type { MemberId } from '../../shared/ids/ids.ts'
import { MAX_BUFFERED_BYTES, MAX_WAITING_FRAMES } from '../../shared/limits/sync-limits.ts'
import {
  type ClientFrame,
  type ClientHello,
  jsonFrame,
  MESSAGE,
  PROTOCOL,
  ProtocolError,
  type Refused,
  readClientFrame,
  SCHEMA,
  type ServerHello,
  SYNC,
  storedFrame,
  syncFrame,
} from '../../shared/protocol/messages.ts'
import { CLOSE } from './close-codes.ts'
import { RefusedUpdate } from './incoming.ts'
import type { Socket } from './ports.ts'
import type { PresentMember } from './presence.ts'
import { authorshipFacts, type Participant, type Room, type RoomFault } from './room.ts'

/** Who is at the other end, and what they may do in this room. */
export interface Visitor {
  readonly member: PresentMember & { readonly id: MemberId }
  readonly mayWrite: boolean
}

const EMPTY_STATE_VECTOR = Uint8Array.of(0)
const EMPTY_PRESENCE = Uint8Array.of(MESSAGE.awareness, 1, 0)

/**
 * One socket in one room. Invariants:
 * 1. Frames are answered only when the room is loaded; until then a bounded number waits (RM1).
 * 2. Whatever is refused is answered; after a refusal nothing more is taken from this socket.
 * 3. An error of one connection closes that connection, not the room.
 */
export class Connection implements Participant {
  #visitor: Visitor
  #watchesAuthorship = false
  #hello: ClientHello | null = null
  readonly #socket: Socket
  #room: Room | null = null
  #waiting: Uint8Array[] = []
  #closed = false
  #follows = false
  #speaksOurs = false
  #updateFrames = 0
  #client: number | null = null
  #heard = true
  #turnedAway: RoomFault | null = null

  constructor(socket: Socket, visitor: Visitor) {
    this.#socket = socket
    this.#visitor = visitor
  }

  get member(): Visitor['member'] {
    return this.#visitor.member
  }

  get mayWrite(): boolean {
    return this.#visitor.mayWrite
  }

  get watchesAuthorship(): boolean {
    return this.#watchesAuthorship
  }

  get follows(): boolean {
    return this.#follows
  }

  /** Rights or name have changed (SY9): holds at once; a client that understands it is told. */
  admitAgain(visitor: Visitor): void {
    const before = this.#visitor
    this.#visitor = visitor
    if (this.#room !== null && this.#hello !== null && before.mayWrite !== visitor.mayWrite)
      this.#sendHello(this.#room, this.#hello)
  }

  /** The room is loaded: what waited is answered, in order. */
  enter(room: Room): void {
    if (this.#closed) return
    this.#room = room
    room.join(this)
    room.whenStored(() => {
      this.send(syncFrame(SYNC.step1, EMPTY_STATE_VECTOR))
      const present = room.presence.everybody()
      if (present !== null) this.send(present)
    })
    for (const frame of this.#waiting.splice(0)) this.#take(frame)
  }

  /** Storage is in trouble: says so at the first frame, which tells whether the client understands why. */
  turnAway(fault: RoomFault): void {
    this.#turnedAway = fault
  }

  /** Takes a frame from the socket. */
  receive(frame: Uint8Array): void {
    if (this.#closed) return
    if (this.#turnedAway !== null) {
      this.#speaksOurs = frame[0] === MESSAGE.hello
      this.interrupt(this.#turnedAway)
      return
    }
    if (this.#room !== null) this.#take(frame)
    else if (this.#waiting.length < MAX_WAITING_FRAMES) this.#waiting.push(frame)
    else this.close(CLOSE.busy, 'too many frames before the first answer')
  }

  /** The socket is gone. */
  handleClosed(): void {
    this.#closed = true
    this.#waiting = []
    this.#room?.leave(this)
    this.#room = null
  }

  /** Sends something when nothing was sent lately, so that an unmodified provider doesn't take us for dead. */
  keepAlive(): void {
    if (!this.#heard && this.#room !== null) this.#socket.send(EMPTY_PRESENCE)
    this.#heard = false
  }

  send(frame: Uint8Array): void {
    if (this.#closed) return
    if (this.#socket.bufferedBytes > MAX_BUFFERED_BYTES) {
      this.close(CLOSE.busy, 'does not read')
      return
    }
    this.#heard = true
    this.#socket.send(frame)
  }

  stored(count: number): void {
    if (this.#speaksOurs) this.send(storedFrame(count))
  }

  refuse(error: RefusedUpdate): void {
    this.#refuse({ code: error.refusal, hint: REFUSAL_HINTS[error.refusal] ?? REFUSAL_HINTS.malformed })
    this.close(CLOSE.refused, error.refusal)
  }

  interrupt(fault: RoomFault): void {
    if (fault !== 'broken')
      this.#refuse({ code: fault, hint: 'Keep writing: your text is kept on this device.' })
    this.close(fault === 'broken' ? CLOSE.again : CLOSE.storage, fault)
  }

  close(code: number, reason: string): void {
    if (this.#closed) return
    this.#socket.close(code, reason)
    this.handleClosed()
  }

  #take(frame: Uint8Array): void {
    if (this.#closed) return
    try {
      this.#handle(readClientFrame(frame))
    } catch (error) {
      if (error instanceof RefusedUpdate) this.refuse(error)
      else if (error instanceof ProtocolError) this.close(CLOSE.malformed, error.message)
      else throw error
    }
  }

  #handle(frame: ClientFrame): void {
    const room = this.#room as Room
    switch (frame.kind) {
      case 'step1':
        room.whenStored(() => this.#answer(room, frame.stateVector))
        break
      case 'update':
        room.receive({
          from: this,
          update: frame.update,
          count: ++this.#updateFrames,
          isAnswer: frame.isAnswer,
        })
        break
      case 'awareness':
        room.presence.take(this, this.member, frame.update, (client) => this.#owns(room, client))
        if (room.presence.hasChanges) room.announcePresence()
        break
      case 'queryAwareness': {
        const present = room.presence.everybody()
        if (present !== null) this.send(present)
        break
      }
      case 'hello':
        this.#greet(room, frame.hello)
        break
      case 'authorship':
        room.whenStored(() => this.#watchAuthorship(room, frame.on))
        break
    }
  }

  #answer(room: Room, stateVector: Uint8Array): void {
    if (this.#closed) return
    try {
      const missing = room.document.missingFrom(stateVector)
      this.#follows = true
      this.send(syncFrame(SYNC.step2, missing))
    } catch (error) {
      if (!(error instanceof RefusedUpdate)) throw error
      this.refuse(error)
    }
  }

  #greet(room: Room, hello: ClientHello): void {
    this.#speaksOurs = true
    if (hello.protocol !== PROTOCOL) {
      this.#refuse({
        code: 'old-version',
        hint: 'Minuta has been updated. Reload to go on writing; your text is kept.',
      })
      this.close(CLOSE.oldVersion, 'another protocol')
    } else if (!this.#owns(room, hello.clientID)) {
      this.#refuse({ code: 'client-id-taken', hint: 'Start again with another clientID.' })
      this.close(CLOSE.refused, 'client-id-taken')
    } else {
      this.#hello = hello
      room.whenStored(() => this.#sendHello(room, hello))
    }
  }

  #sendHello({ epoch }: Room, { clientID }: ClientHello): void {
    const { id: member } = this.member
    const answer = { protocol: PROTOCOL, schema: SCHEMA, epoch, clientID, member, mayWrite: this.mayWrite }
    this.send(jsonFrame(MESSAGE.hello, answer satisfies ServerHello))
  }

  #watchAuthorship(room: Room, on: boolean): void {
    this.#watchesAuthorship = on
    if (!on) return
    const { bindings, delegations, moves } = room.document.authorship()
    this.send(jsonFrame(MESSAGE.authorship, authorshipFacts(bindings, delegations, moves)))
  }

  /** A connection has one clientID, the first that it names and nobody else has (SY3, SY4). */
  #owns(room: Room, client: number): boolean {
    if (this.#client !== null) return this.#client === client
    if (!room.document.claim(client, this.member.id)) return false
    this.#client = client
    return true
  }

  #refuse(refused: Refused): void {
    if (this.#speaksOurs) this.send(jsonFrame(MESSAGE.refused, refused))
  }
}

const REFUSAL_HINTS: Partial<Record<string, string>> & { malformed: string } = {
  malformed: 'Reload the page; your text is kept on this device.',
  'read-only': 'You may read here, not write. Copy your words, or propose them as an amendment.',
  'too-much': 'Send it in smaller parts.',
}
