import type { MemberId } from '../../shared/ids/ids.ts'
import { MAX_WAITING_FRAMES } from '../../shared/limits/sync-limits.ts'
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
} from '../../shared/protocol/messages.ts'
import { authorshipFacts } from './authorship-facts.ts'
import { CLOSE } from './close-codes.ts'
import { FrameBudget } from './frame-budget.ts'
import { RefusedUpdate } from './incoming.ts'
import { type CatchUp, Outbox } from './outbox.ts'
import type { Participant, RoomFault } from './participant.ts'
import type { Clock, Socket } from './ports.ts'
import type { PresentMember } from './presence.ts'
import type { Room } from './room.ts'
import { RefusedWipe } from './wipe-guard.ts'

/** Who is at the other end, and what they may do in this room. */
export interface Visitor {
  readonly member: PresentMember & { readonly id: MemberId }
  readonly mayWrite: boolean
  /** Whether they might in another phase of the meeting. */
  readonly mayBeLate?: boolean
}

const EMPTY_PRESENCE = Uint8Array.of(MESSAGE.awareness, 1, 0)

/**
 * One socket in one room. Invariants:
 * 1. Frames are answered only when the room is loaded; until then a bounded number waits (RM1).
 * 2. Whatever is refused is answered; after a refusal nothing more is taken from this socket.
 * 3. An error of one connection closes that connection, not the room.
 */
export class Connection implements Participant, CatchUp {
  #visitor: Visitor
  #watchesAuthorship = false
  #hello: ClientHello | null = null
  readonly #socket: Socket
  readonly #clock: Clock
  readonly #outbox: Outbox
  readonly #budget: FrameBudget
  #room: Room | null = null
  #waiting: Uint8Array[] = []
  #closed = false
  #follows = false
  #preview: readonly Uint8Array[] | null = null
  #speaksOurs = false
  #hasSpoken = false
  #wasSilent = false
  #updateFrames = 0
  #client: number | null = null
  #agreed = 0
  #turnedAway: RoomFault | null = null

  constructor(socket: Socket, visitor: Visitor, clock: Clock) {
    this.#socket = socket
    this.#visitor = visitor
    this.#clock = clock
    this.#outbox = new Outbox(socket, clock, this)
    this.#budget = new FrameBudget(clock.now())
  }

  get member(): Visitor['member'] {
    return this.#visitor.member
  }

  get mayWrite(): boolean {
    return this.#visitor.mayWrite
  }

  get mayBeLate(): boolean {
    return this.#visitor.mayBeLate === true
  }

  get watchesAuthorship(): boolean {
    return this.#watchesAuthorship
  }

  get remembersPeople(): boolean {
    return this.#speaksOurs
  }

  get follows(): boolean {
    return this.#follows
  }

  /** Rights or name have changed (SY9): holds at once; a client that understands it is told. */
  admitAgain(visitor: Visitor): void {
    const before = this.#visitor
    // Somebody else signed in here: the page learns who it is when it comes back.
    if (before.member.id !== visitor.member.id) {
      this.close(CLOSE.again, 'another member')
      return
    }
    this.#visitor = visitor
    if (this.#room !== null && this.#hello !== null && before.mayWrite !== visitor.mayWrite)
      this.#sendHello(this.#room, this.#hello)
  }

  /** The room's stored state is there before the room is: whoever asks for everything gets it at once. */
  preview(frames: readonly Uint8Array[]): void {
    this.#preview = frames
    this.#waiting = this.#waiting.filter((frame) => !this.#answersEarly(frame))
  }

  /** The room is loaded: what waited is answered, in order. */
  enter(room: Room): void {
    if (this.#closed) return
    this.#room = room
    this.#preview = null
    room.join(this)
    room.whenStored(() => {
      this.send(room.document.states.request())
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
    this.#hasSpoken = true
    if (!this.#budget.spend(frame.length, this.#clock.now())) {
      this.close(CLOSE.busy, 'sends too much')
      return
    }
    if (this.#turnedAway !== null) {
      this.#speaksOurs = frame[0] === MESSAGE.hello
      this.interrupt(this.#turnedAway)
      return
    }
    if (this.#room !== null) this.#take(frame)
    else if (this.#answersEarly(frame)) return
    else if (this.#waiting.length < MAX_WAITING_FRAMES) this.#waiting.push(frame)
    else this.close(CLOSE.busy, 'too many frames before the first answer')
  }

  /** The socket is gone. */
  handleClosed(): void {
    this.#closed = true
    this.#waiting = []
    this.#outbox.close()
    this.#room?.leave(this)
    this.#room = null
  }

  /**
   * Called at every round of keeping alive. Sends something when nothing was sent lately, so that an unmodified provider
   * doesn't take us for dead; ends a socket on which nobody has said a word for a whole round.
   */
  keepAlive(): void {
    if (!this.#hasSpoken) {
      // One that has only just come has not had its turn.
      if (this.#wasSilent) this.close(CLOSE.silent, 'said nothing')
      this.#wasSilent = true
      return
    }
    if (!this.#outbox.takeHeard() && this.#room !== null) this.#socket.send(EMPTY_PRESENCE)
  }

  /** Sends a frame of the conversation with this client. */
  send(frame: Uint8Array): void {
    if (!this.#closed) this.#outbox.send(frame)
  }

  sendText(frame: Uint8Array): void {
    if (!this.#closed) this.#outbox.sendText(frame, () => this.#vector())
  }

  sendFact(frame: Uint8Array): void {
    if (!this.#closed) this.#outbox.sendFact(frame)
  }

  stored(count: number): void {
    if (this.#speaksOurs && !this.#closed) this.#outbox.sendStored(count)
  }

  answer(vector: Uint8Array): void {
    const room = this.#room
    if (this.#closed || room === null) return
    try {
      const frame = room.document.states.answer(vector)
      this.#follows = true
      this.#outbox.sendAnswer(frame, vector, () => this.#vector())
    } catch (error) {
      if (!(error instanceof RefusedUpdate)) throw error
      this.refuse(error)
    }
  }

  catchUp(since: Uint8Array): void {
    // Until it is answered it follows nothing, or the diff would come after what came later.
    this.#follows = false
    this.#room?.ask(this, since)
  }

  catchUpFacts(): void {
    const room = this.#room
    room?.whenStored(() => {
      if (this.#closed) return
      const present = room.presence.everybody()
      if (present !== null) this.#outbox.sendFact(present)
      if (this.#watchesAuthorship) this.#outbox.sendFact(authorshipFrame(room))
    })
  }

  giveUp(): void {
    this.close(CLOSE.busy, 'does not read')
  }

  refuse(error: RefusedUpdate, kept = false): void {
    const hint = kept ? KEPT_HINT : (REFUSAL_HINTS[error.refusal] ?? REFUSAL_HINTS.malformed)
    const wipe = error instanceof RefusedWipe ? { wipe: error.wipe } : {}
    this.#refuse({ code: error.refusal, hint, ...(kept ? { late: true } : {}), ...wipe })
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

  #answersEarly(frame: Uint8Array): boolean {
    if (this.#preview === null || !isEmptyStep1(frame)) return false
    for (const each of this.#preview) this.send(each)
    // Loading changes nothing: whatever comes after is news.
    this.#follows = true
    return true
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
        room.ask(this, frame.stateVector)
        break
      case 'update':
        room.receive({
          from: this,
          update: frame.update,
          count: ++this.#updateFrames,
          isAnswer: frame.isAnswer,
          mayRemove: frame.isAnswer ? this.#takeAgreed() : null,
        })
        break
      case 'awareness':
        room.presence.take(this, this.member, frame.update, (client) => this.#owns(room, client))
        if (room.presence.hasChanges) room.announcePresence()
        break
      case 'queryAwareness':
        this.#outbox.askFacts()
        break
      case 'hello':
        this.#greet(room, frame.hello)
        break
      case 'authorship':
        if (frame.on && !this.#watchesAuthorship) this.#outbox.askFacts()
        this.#watchesAuthorship = frame.on
        break
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
    } else if (hello.member !== undefined && hello.member !== this.member.id) {
      this.#refuse({ code: 'signed-out', hint: 'Somebody else is signed in to this meeting here now.' })
      this.close(CLOSE.signedOut, 'another member')
    } else if (!this.#owns(room, hello.clientID)) {
      this.#refuse({ code: 'client-id-taken', hint: 'Start again with another clientID.' })
      this.close(CLOSE.refused, 'client-id-taken')
    } else {
      this.#hello = hello
      this.#agreed = hello.agreed ?? 0
      room.whenStored(() => this.#sendHello(room, hello))
    }
  }

  #sendHello({ epoch }: Room, { clientID }: ClientHello): void {
    const { id: member } = this.member
    const answer = { protocol: PROTOCOL, schema: SCHEMA, epoch, clientID, member, mayWrite: this.mayWrite }
    this.send(jsonFrame(MESSAGE.hello, answer satisfies ServerHello))
  }

  #vector(): Uint8Array {
    return (this.#room as Room).document.states.vector
  }

  /** A connection has one clientID, the first that it names and nobody else has (SY3, SY4). */
  #owns(room: Room, client: number): boolean {
    if (this.#client !== null) return this.#client === client
    if (!room.document.claim(client, this.member.id)) return false
    this.#client = client
    return true
  }

  /** What the person agreed to counts for one answer, the one that they were asked about (SY8). */
  #takeAgreed(): number {
    const agreed = this.#agreed
    this.#agreed = 0
    return agreed
  }

  #refuse(refused: Refused): void {
    if (this.#speaksOurs) this.send(jsonFrame(MESSAGE.refused, refused))
  }
}

function authorshipFrame(room: Room): Uint8Array {
  const { bindings, delegations, moves } = room.document.authorship()
  return jsonFrame(MESSAGE.authorship, authorshipFacts(bindings, delegations, moves))
}

/** The question of a client that has nothing: sync, step 1, a state vector of one byte that says "no client". */
function isEmptyStep1(frame: Uint8Array): boolean {
  return frame.length === 4 && frame[0] === MESSAGE.sync && frame[1] === 0 && frame[2] === 1 && frame[3] === 0
}

const KEPT_HINT = 'Your words came too late for your role or for this phase. They wait for the chair.'

const REFUSAL_HINTS: Partial<Record<string, string>> & { malformed: string } = {
  malformed: 'Reload the page; your text is kept on this device.',
  'read-only': 'You may read here, not write. Copy your words, or propose them as an amendment.',
  'too-much': 'Send it in smaller parts.',
  wipe: 'This removes most of the text. Agree to it in the hello of another connection, or start again from the text.',
}
