import * as encoding from 'lib0/encoding'
import { awarenessFrame } from '../../shared/protocol/messages.ts'

/** Writes a frame of presence byte by byte, true or not. */
export function awarenessUpdate(entries: number, client: number, clock: number, json: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, json)
  return awarenessFrame(encoding.toUint8Array(encoder))
}
