import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { MAX_PRESENCE_CHARS } from '../../shared/limits/sync-limits.ts'
import { awarenessFrame, ProtocolError } from '../../shared/protocol/messages.ts'

/** Who a member is to the others: written by the server into every presence (SY4). */
export interface PresentMember {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly mechanism: string | null
  readonly colour: number
}

interface Present {
  clock: number
  /** JSON of the state, with the server's word on who it is; null when gone. */
  state: string | null
  readonly holder: object
}

/** Most clients that a frame of presence may name: a provider echoes everybody it sees. */
const MAX_ENTRIES = 2048

/**
 * Who is in a room and where. Only a connection's own clientID is taken from it; name, role, mechanism and colour are
 * the server's; what others' providers echo is passed over.
 */
export class Presence {
  readonly #present = new Map<number, Present>()
  readonly #changed = new Set<number>()

  /** Takes a frame from a connection. `own` claims a clientID for it, or says that it isn't its own. */
  take(holder: object, member: PresentMember, update: Uint8Array, own: (client: number) => boolean): void {
    for (const { client, clock, state } of decode(update)) {
      if (!own(client)) continue
      const known = this.#present.get(client)
      if (known !== undefined && (known.holder !== holder ? known.state !== null : clock < known.clock))
        continue
      this.#present.set(client, { clock, state: state === null ? null : identify(state, member), holder })
      this.#changed.add(client)
    }
  }

  /** Removes what a closing connection showed. */
  leave(holder: object): void {
    for (const [client, present] of this.#present) {
      if (present.holder !== holder || present.state === null) continue
      // At the same clock: whoever comes back goes on from there, and is seen at its next word.
      present.state = null
      this.#changed.add(client)
    }
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0
  }

  /** Gives one frame with the newest of all that changed since the last call; null when nothing did. */
  takeChanges(): Uint8Array | null {
    if (this.#changed.size === 0) return null
    const frame = this.#encode(this.#changed)
    for (const client of this.#changed)
      if (this.#present.get(client)?.state === null) this.#present.delete(client)
    this.#changed.clear()
    return frame
  }

  /** Gives one frame with everybody, for a newcomer; null when nobody is here. */
  everybody(): Uint8Array | null {
    const here = [...this.#present].flatMap(([client, { state }]) => (state === null ? [] : [client]))
    return here.length === 0 ? null : this.#encode(here)
  }

  #encode(clients: Iterable<number>): Uint8Array {
    const list = [...clients]
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, list.length)
    for (const client of list) {
      const { clock, state } = this.#present.get(client) as Present
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state ?? 'null')
    }
    return awarenessFrame(encoding.toUint8Array(encoder))
  }
}

function decode(update: Uint8Array): { client: number; clock: number; state: object | null }[] {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    if (count > MAX_ENTRIES) throw new ProtocolError('A presence names too many clients.')
    const entries = Array.from({ length: count }, () => {
      const client = readCount(decoder)
      const clock = readCount(decoder)
      const json = decoding.readVarString(decoder)
      const state: unknown = json.length > MAX_PRESENCE_CHARS ? {} : JSON.parse(json)
      return { client, clock, state: typeof state === 'object' ? state : {} }
    })
    // lib0 reads a string past the end, into memory that is not the sender's.
    if (decoding.hasContent(decoder)) throw new ProtocolError('A presence ends elsewhere than it says.')
    return entries
  } catch (error) {
    if (error instanceof ProtocolError) throw error
    throw new ProtocolError('A presence is malformed.')
  }
}

/** A larger number would not be read by the others. A clientID has 32 bits; a clock counts a page's own changes. */
const MAX_NUMBER = 2 ** 48

function readCount(decoder: decoding.Decoder): number {
  const number = decoding.readVarUint(decoder)
  // lib0 makes NaN of some overlong numbers.
  if (!(number <= MAX_NUMBER)) throw new ProtocolError('A presence has a number out of range.')
  return number
}

function identify(state: object, member: PresentMember): string {
  return JSON.stringify({ ...state, user: member })
}
