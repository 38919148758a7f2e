import * as encoding from 'lib0/encoding'
import { awarenessFrame, MESSAGE } from '../../../shared/protocol/messages.ts'

/** A sync frame, taken apart. */
export interface SyncBody {
  readonly step: number
  readonly body: Uint8Array
}

/** Reads a sync frame; null for any other. Copies nothing. */
export function readSync(frame: Uint8Array): SyncBody | null {
  if (frame[0] !== MESSAGE.sync || frame.length < 3) return null
  let at = 2
  let length = 0
  for (let shift = 0; ; shift += 7) {
    const byte = frame[at++]
    if (byte === undefined) return null
    length += (byte & 0x7f) * 2 ** shift
    if (byte < 0x80) break
  }
  return { step: frame[1] as number, body: frame.subarray(at, at + length) }
}

/** What y-tiptap shows of a caret behind a character. */
export function tiptapCursor(client: number, after: number): object {
  const at = { type: { client, clock: 0 }, tname: null, item: { client, clock: after }, assoc: 0 }
  return { user: { name: `Typist ${client % 1000}`, color: '#30bced' }, cursor: { anchor: at, head: at } }
}

/** What Minuta's own page shows of it: the server knows the name. */
export function minutaCaret(client: number, after: number): object {
  const at = { client, clock: after }
  return { caret: { anchor: at, head: at } }
}

/** Writes the awareness frame of one client with any state. */
export function presenceFrame(clientID: number, clock: number, state: object): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, clientID)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, JSON.stringify(state))
  return awarenessFrame(encoding.toUint8Array(encoder))
}
