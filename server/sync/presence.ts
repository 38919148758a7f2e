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
  /** JSON of the state, without who it is; null when gone. */
  state: string | null
  /** JSON of the server's word on who it is. */
  readonly user: string
  /** Whether everybody here has been told `user`: it need not be said again. */
  isTold: boolean
  readonly holder: object
}

/** What changed, in one frame: for any provider, and for those who remember whose clientID it is. */
export interface PresenceNews {
  readonly whole: Uint8Array
  readonly brief: Uint8Array
}

/** No character takes more than three bytes for each of its units. */
const MAX_PRESENCE_BYTES = 3 * MAX_PRESENCE_CHARS

/** Most clients that a frame of presence may name: a provider echoes everybody it sees. */
const MAX_ENTRIES = 2048

/**
 * Who is in a room and where. Only a connection's own clientID is taken from it; name, role, mechanism and colour are
 * the server's; what others' providers echo is passed over. Who comes later is given everybody first, so a brief frame
 * names only those who were not named to all before.
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
      const user = JSON.stringify(member)
      const isTold = known?.isTold === true && known.user === user
      this.#present.set(client, { clock, state: ownPart(state), user, isTold, holder })
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

  /** Gives the newest of all that changed since the last call; null when nothing did. */
  takeChanges(): PresenceNews | null {
    if (this.#changed.size === 0) return null
    const whole = this.#encode(this.#changed, () => true)
    const brief = this.#encode(this.#changed, ({ isTold }) => !isTold)
    for (const client of this.#changed) {
      const present = this.#present.get(client) as Present
      present.isTold = true
      if (present.state === null) this.#present.delete(client)
    }
    this.#changed.clear()
    return { whole, brief }
  }

  /** Gives one frame with everybody, for a newcomer; null when nobody is here. */
  everybody(): Uint8Array | null {
    const here = [...this.#present].flatMap(([client, { state }]) => (state === null ? [] : [client]))
    return here.length === 0 ? null : this.#encode(here, () => true)
  }

  #encode(clients: Iterable<number>, names: (present: Present) => boolean): Uint8Array {
    const list = [...clients]
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, list.length)
    for (const client of list) {
      const present = this.#present.get(client) as Present
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, present.clock)
      encoding.writeVarString(encoder, stateOf(present, names(present)))
    }
    return awarenessFrame(encoding.toUint8Array(encoder))
  }
}

/** What a page says of itself: all but who it is, which is the server's. */
function ownPart(state: object | null): string | null {
  return state === null ? null : JSON.stringify({ ...state, user: undefined })
}

function stateOf({ state, user }: Present, named: boolean): string {
  if (state === null) return 'null'
  if (!named) return state
  return `${state.slice(0, -1)}${state === '{}' ? '' : ','}"user":${user}}`
}

function decode(update: Uint8Array): { client: number; clock: number; state: object | null }[] {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    if (count > MAX_ENTRIES) throw new ProtocolError('A presence names too many clients.')
    const entries = Array.from({ length: count }, () => {
      const client = readCount(decoder)
      const clock = readCount(decoder)
      const state = parseState(decoding.readVarUint8Array(decoder))
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

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** One that is too long is not even read. */
function parseState(bytes: Uint8Array): unknown {
  if (bytes.length > MAX_PRESENCE_BYTES) return {}
  const json = utf8.decode(bytes)
  return json.length > MAX_PRESENCE_CHARS ? {} : JSON.parse(json)
}

/** A larger number would not be read by the others. A clientID has 32 bits; a clock counts a page's own changes. */
const MAX_NUMBER = 2 ** 48

function readCount(decoder: decoding.Decoder): number {
  const number = decoding.readVarUint(decoder)
  // lib0 makes NaN of some overlong numbers.
  if (!(number <= MAX_NUMBER)) throw new ProtocolError('A presence has a number out of range.')
  return number
}
