import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

// The wire (format.md): varUint type, then the body; JSON travels as one varString. 0-3 are y-protocols' own.

export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  stored: 4,
  refused: 5,
  hello: 6,
  authorship: 7,
} as const

/** y-protocols' sync steps. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** The version of this wire; another one is closed with 44xx. */
export const PROTOCOL = 1
/** The version of the text's format. An older one is admitted (TX6). */
export const SCHEMA = 1

/** A client's first frame, if it knows this protocol. */
export interface ClientHello {
  readonly protocol: number
  readonly schema: number
  readonly epoch: number | null
  readonly clientID: number
  /** As whom the page writes: refused where the browser is signed in as somebody else by now. */
  readonly member?: string
  /** How many characters the person has agreed to remove from the text with what the server lacks (SY8). */
  readonly agreed?: number
}

/** The server's answer: how a client learns its binding and whether it may write. */
export interface ServerHello extends ClientHello {
  readonly epoch: number
  readonly member: string
  readonly mayWrite: boolean
}

/** Why the server did not take something, what to do, and whether it kept the words as late words. */
export interface Refused {
  readonly code: string
  readonly hint: string
  readonly late?: boolean
  /** With code `wipe`: what would vanish from the text, unless a later hello says that the person agrees. */
  readonly wipe?: Wipe
}

/** How much of a room's text an answer would remove, in letters and digits. */
export interface Wipe {
  readonly removed: number
  readonly of: number
}

/** Who typed what in a room, whole or what came new: a page computes authorship from it by itself. */
export interface AuthorshipFacts {
  readonly bindings: readonly { readonly client: number; readonly member: string }[]
  /** ClientIDs under which the server wrote what `author` had typed, because of `via`. */
  readonly delegations: readonly { readonly client: number; readonly author: string; readonly via: string }[]
  readonly moves: readonly {
    readonly from: { readonly client: number; readonly clock: number }
    readonly to: { readonly client: number; readonly clock: number }
    readonly length: number
  }[]
}

/** A frame as the server reads it. */
export type ClientFrame =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  /** `isAnswer`: everything the server lacked (sync step 2), not just what was typed now. */
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly isAnswer: boolean }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'queryAwareness' }
  | { readonly kind: 'hello'; readonly hello: ClientHello }
  | { readonly kind: 'authorship'; readonly on: boolean }

/** A frame that is none of the protocol's. */
export class ProtocolError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ProtocolError'
  }
}

/** Reads a frame that came from a client. Throws {@link ProtocolError}, and nothing else, on any other bytes. */
export function readClientFrame(frame: Uint8Array): ClientFrame {
  try {
    return parseClientFrame(frame)
  } catch (error) {
    if (error instanceof ProtocolError) throw error
    throw new ProtocolError('The frame ends too early or is malformed.')
  }
}

function parseClientFrame(frame: Uint8Array): ClientFrame {
  const decoder = decoding.createDecoder(frame)
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case MESSAGE.sync: {
      const step = decoding.readVarUint(decoder)
      const body = whole(decoder, decoding.readVarUint8Array(decoder))
      if (step === SYNC.step1) return { kind: 'step1', stateVector: body }
      if (step === SYNC.step2 || step === SYNC.update) {
        return { kind: 'update', update: body, isAnswer: step === SYNC.step2 }
      }
      throw new ProtocolError(`There is no sync step ${step}.`)
    }
    case MESSAGE.awareness:
      return { kind: 'awareness', update: whole(decoder, decoding.readVarUint8Array(decoder)) }
    case MESSAGE.queryAwareness:
      return whole(decoder, { kind: 'queryAwareness' })
    case MESSAGE.hello:
      return { kind: 'hello', hello: parseHello(JSON.parse(whole(decoder, decoding.readVarString(decoder)))) }
    case MESSAGE.authorship:
      return { kind: 'authorship', on: whole(decoder, decoding.readUint8(decoder)) === 1 }
    default:
      throw new ProtocolError(`There is no message of type ${type} for a server.`)
  }
}

function whole<T>(decoder: decoding.Decoder, value: T): T {
  if (decoding.hasContent(decoder)) throw new ProtocolError('The frame goes on after its end.')
  return value
}

function parseHello(value: unknown): ClientHello {
  const { protocol, schema, epoch, clientID, member, agreed } = (value ?? {}) as Record<string, unknown>
  if (!isCount(protocol) || !isCount(schema) || !isCount(clientID) || !(epoch === null || isCount(epoch))) {
    throw new ProtocolError('A hello lacks its fields.')
  }
  if (!(agreed === undefined || isCount(agreed))) throw new ProtocolError('A hello agrees to no number.')
  if (!(member === undefined || typeof member === 'string'))
    throw new ProtocolError('A hello names no member.')
  return {
    protocol,
    schema,
    epoch,
    clientID,
    ...(member === undefined ? {} : { member }),
    ...(agreed === undefined ? {} : { agreed }),
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

/** Writes a sync frame. */
export function syncFrame(step: 0 | 1 | 2, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.sync)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}

/** Writes an awareness frame. */
export function awarenessFrame(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.awareness)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

/** Writes the acknowledgement of the first `count` update frames of a connection. */
export function storedFrame(count: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.stored)
  encoding.writeVarUint(encoder, count)
  return encoding.toUint8Array(encoder)
}

/** Writes a frame with a JSON body: refused, hello (either way) or authorship facts. */
export function jsonFrame(type: 5 | 6 | 7, body: Refused | ClientHello | ServerHello | object): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  encoding.writeVarString(encoder, JSON.stringify(body))
  return encoding.toUint8Array(encoder)
}
