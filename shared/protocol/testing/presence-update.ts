import * as encoding from 'lib0/encoding'

/** One client's presence, as a test says it. */
export type PresenceEntry = readonly [client: number, clock: number, state: unknown]

/** Writes the awareness update that names these clients. */
export function presenceUpdate(...entries: readonly PresenceEntry[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const [client, clock, state] of entries) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify(state))
  }
  return encoding.toUint8Array(encoder)
}
