import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Remembers whose clientID is whose: the server names somebody once and then tells only where they are (SY4). */
export class People {
  readonly #users = new Map<number, unknown>()

  /**
   * Gives an awareness update with everybody named, as the server named them. Leaves out who was not named yet: that
   * comes with everybody who is here.
   */
  name(update: Uint8Array): Uint8Array {
    const decoder = decoding.createDecoder(update)
    const encoder = encoding.createEncoder()
    const count = decoding.readVarUint(decoder)
    let known = 0
    for (let entry = 0; entry < count; entry++) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state = this.#named(client, JSON.parse(decoding.readVarString(decoder)))
      if (state === undefined) continue
      known++
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, JSON.stringify(state))
    }
    const head = encoding.createEncoder()
    encoding.writeVarUint(head, known)
    encoding.writeBinaryEncoder(head, encoder)
    return encoding.toUint8Array(head)
  }

  #named(client: number, state: Readonly<Record<string, unknown>> | null): object | null | undefined {
    if (state === null) {
      this.#users.delete(client)
      return null
    }
    if (state['user'] !== undefined) this.#users.set(client, state['user'])
    const user = this.#users.get(client)
    return user === undefined ? undefined : { ...state, user }
  }
}
