import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { jsonFrame, MESSAGE, PROTOCOL, SCHEMA, SYNC, syncFrame } from '../../../shared/protocol/messages.ts'
import { minutaCaret, tiptapCursor } from './frames.ts'

/** Who greets a server, where, and what it has already. */
export interface Greeting {
  readonly room: string
  readonly clientID: number
  readonly stateVector: Uint8Array
}

/** How a server speaks: what it sends and takes around y-websocket's frames. */
export interface Dialect {
  /** What a client says as soon as its socket is open. */
  greet(greeting: Greeting): Uint8Array[]
  /** Makes a message of one y-websocket frame. */
  pack(room: string, frame: Uint8Array): Uint8Array
  /** Hands over each y-websocket frame of a message. */
  unpack(room: string, message: Uint8Array, take: (frame: Uint8Array) => void): void
  /** What its page shows of a caret behind a character of its own. */
  caret(clientID: number, after: number): object
  /** Whether it answers sync step 1. A relay knows no documents. */
  readonly answers: boolean
}

/** y-websocket's protocol as it is. */
export const plain: Dialect = {
  greet: ({ stateVector }) => [syncFrame(SYNC.step1, stateVector)],
  pack: (_room, frame) => frame,
  unpack: (_room, message, take) => take(message),
  caret: tiptapCursor,
  answers: true,
}

/** As Minuta's own page speaks: hello first, so that it hears what is stored. */
export const minuta: Dialect = {
  ...plain,
  caret: minutaCaret,
  greet: (greeting) => [
    jsonFrame(MESSAGE.hello, {
      protocol: PROTOCOL,
      schema: SCHEMA,
      epoch: null,
      clientID: greeting.clientID,
    }),
    ...plain.greet(greeting),
  ],
}

const HOCUSPOCUS = { auth: 2, token: 0, syncReply: 4 } as const

/** Hocuspocus 4: each message begins with the document's name; a token comes first. */
export const hocuspocus: Dialect = {
  greet: ({ room, stateVector }) => [
    addressed(room, (encoder) => {
      encoding.writeVarUint(encoder, HOCUSPOCUS.auth)
      encoding.writeVarUint(encoder, HOCUSPOCUS.token)
      encoding.writeVarString(encoder, 'bench')
    }),
    hocuspocus.pack(room, syncFrame(SYNC.step1, stateVector)),
  ],
  pack: (room, frame) => addressed(room, (encoder) => encoding.writeUint8Array(encoder, frame)),
  unpack(room, message, take) {
    // Names in the bench are short ASCII: one byte of length, then the name.
    const frame = message.subarray(1 + room.length)
    // Its question comes under another number than its answers.
    if (frame[0] === HOCUSPOCUS.syncReply) take(Uint8Array.of(MESSAGE.sync, ...frame.subarray(1)))
    else take(frame)
  },
  caret: tiptapCursor,
  answers: true,
}

/** A relay of single frames. */
export const relay: Dialect = { ...plain, greet: () => [], answers: false }

/** A relay that sends several frames in one message, each with its length before it. */
export const bundling: Dialect = {
  ...relay,
  unpack(_room, message, take) {
    const decoder = decoding.createDecoder(message)
    while (decoding.hasContent(decoder)) take(decoding.readVarUint8Array(decoder))
  },
}

export const dialects = { plain, minuta, hocuspocus, relay, bundling } as const
export type DialectName = keyof typeof dialects

function addressed(room: string, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, room)
  write(encoder)
  return encoding.toUint8Array(encoder)
}
