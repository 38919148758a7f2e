import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import { SYNC, syncFrame } from '../../../shared/protocol/messages.ts'
import { type Joining, LoadClient, newClientID, type Target } from '../load/client.ts'
import { presenceFrame } from '../load/frames.ts'
import { Typist } from '../load/typist.ts'
import { frameHead, openRaw, writeAll } from './raw-socket.ts'

/** Where an attack goes, and with whose sign-ins. */
export interface Attack {
  readonly target: Target
  readonly room: string
  readonly members: readonly number[]
  /** 1: the whole attack; less: so much of it, to warm the server up. */
  readonly share: number
}

const MIB = 2 ** 20
const SILENT_SOCKETS = 2000
const SILENT_MS = 5000
const STALLED_READERS = 10
/** Some 13 MB in all: more than the kernel keeps for a reader that stops. */
const PASTE_CHARS = 16 * 1024
const PASTES = 800

/** What a hostile client can do. Each resolves when it has done its worst; its sockets end with its process. */
export const attacks = {
  /** Nothing, for what everything else is held against. */
  none: async ({ share }: Attack) => pause(5000 * share),

  garbage: (attack: Attack) =>
    hammer(attack, 1000, (client, time) => {
      const bytes = randomBytes(1 + (time % 2000))
      // Every other one looks like an update at first.
      if (time % 2 === 0) bytes.set([0, SYNC.update].slice(0, bytes.length))
      client.send(bytes)
    }),

  async 'cut frames'(attack: Attack) {
    const doc = new Y.Doc()
    doc.getText('text').insert(0, 'A sentence that never ends well.')
    const frame = syncFrame(SYNC.update, Y.encodeStateAsUpdate(doc))
    await hammer(attack, 10 * frame.length, (client, time) =>
      client.send(frame.subarray(0, time % frame.length)),
    )
    for (let time = 0; time < 200 * attack.share; time++) {
      const socket = await openRaw(attack.target, joining(attack, time))
      await writeAll(socket, Buffer.concat([frameHead(frame.length), frame.subarray(0, time % frame.length)]))
      socket.destroy()
    }
  },

  async '64 MiB frames'(attack: Attack) {
    const chunk = Buffer.alloc(MIB)
    const sendOne = async (index: number): Promise<void> => {
      const socket = await openRaw(attack.target, joining(attack, index))
      let goesOn = await writeAll(socket, frameHead(64 * MIB))
      for (let sent = 0; sent < 64 && goesOn; sent++) goesOn = await writeAll(socket, chunk)
    }
    const count = Math.ceil(5 * attack.share)
    await Promise.all(Array.from({ length: count }, (_, index) => sendOne(index)))
    await pause(1000)
  },

  async '2,000 silent connections'(attack: Attack) {
    let left = SILENT_SOCKETS * attack.share
    const open = async (): Promise<void> => {
      while (left-- > 0) await openRaw(attack.target, joining(attack, left)).catch(() => {})
    }
    await Promise.all(Array.from({ length: 50 }, open))
    await pause(SILENT_MS * attack.share)
  },

  '1 MiB awareness': (attack: Attack) =>
    hammer(attack, 20, async (client, time) => {
      client.send(presenceFrame(client.clientID, time + 1, { name: 'x'.repeat(MIB) }))
      await pause(50)
    }),

  'clock gaps': (attack: Attack) =>
    hammer(attack, 300, (client) => {
      const doc = new Y.Doc()
      doc.clientID = newClientID()
      const text = doc.getText('text')
      text.insert(0, 'never sent')
      const before = Y.encodeStateVector(doc)
      text.insert(10, 'x'.repeat(5000))
      client.sendUpdate(Y.encodeStateAsUpdate(doc, before))
    }),

  async 'a reader that stops'(attack: Attack) {
    const readers = Math.ceil(STALLED_READERS * attack.share)
    for (let index = 1; index <= readers; index++)
      (await LoadClient.connect(attack.target, joining(attack, index))).socket.pause()
    await flood(attack, PASTES, PASTE_CHARS, (chars) => randomBytes(chars).toString('base64').slice(0, chars))
    await pause(1000)
  },

  /** What was erased and comes back may be anywhere in what was pasted: the worst for who looks for moved text. */
  'one letter, pasted and erased': (attack: Attack) =>
    flood(attack, 20, 4 * PASTE_CHARS, (chars) => 'x'.repeat(chars)),
} satisfies Readonly<Record<string, (attack: Attack) => Promise<void>>>

export type AttackName = keyof typeof attacks

/** Fills the room with text and erases it again, so that much is sent and little stands. */
async function flood(
  attack: Attack,
  times: number,
  chars: number,
  text: (chars: number) => string,
): Promise<void> {
  const flooder = await Typist.connect(attack.target, joining(attack, 0))
  for (let time = 0; time < times * attack.share; time++) {
    flooder.paste(text(chars))
    flooder.erase(chars)
    await pause(25)
  }
}

/** Does something again and again on one socket, on a new one whenever the server has closed the last. */
async function hammer(
  attack: Attack,
  times: number,
  act: (client: LoadClient, time: number) => void | Promise<void>,
): Promise<void> {
  let client: LoadClient | null = null
  for (let time = 0; time < times * attack.share; time++) {
    if (client === null || client.closed !== null)
      client = await LoadClient.connect(attack.target, joining(attack, time)).catch(() => null)
    if (client !== null) await act(client, time)
    // A turn of the loop, in which a close can be heard.
    await pause(1)
  }
}

function joining({ room, members }: Attack, index: number): Joining {
  return { room, member: members[index % members.length] as number }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
