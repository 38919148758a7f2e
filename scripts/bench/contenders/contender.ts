import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DialectName } from '../load/dialect.ts'
import { type MeetingsSize, makeMeetings } from './bench-meetings.ts'
import { minutaFolder, type Peer, peerFolder } from './install-peers.ts'
import { ServerChild } from './server-child.ts'

/** Names of the servers that are compared. */
export const MINUTA = 'Minuta'
export const HOCUSPOCUS = 'Hocuspocus'
export const HOCUSPOCUS_SQLITE = 'Hocuspocus + SQLite'
export const Y_WEBSOCKET = 'y-websocket-server'
export const Y_WEBSOCKET_LEVEL = 'y-websocket-server + LevelDB'
export const RELAY = 'bare relay'
export const RELAY_10 = 'relay10'
export const BLOB = 'blob'

/** The peers that keep what they are given. */
export const STORING_PEERS = [HOCUSPOCUS_SQLITE, Y_WEBSOCKET_LEVEL] as const

/** One server that can be measured. */
export interface Contender {
  readonly name: string
  /** How long it keeps a room that nobody is in. */
  readonly idleMs: number
  /** Makes what it needs in an empty data folder; gives the sign-ins that its clients use. */
  prepare(folder: string, size: MeetingsSize): Promise<string[]>
  /** Starts it on a prepared folder. */
  start(folder: string, signIns: readonly string[]): Promise<ServerChild>
}

const minuta: Contender = {
  name: MINUTA,
  // IDLE_ROOM_MS, and a second for what is written then.
  idleMs: 31_000,
  prepare: makeMeetings,
  start: (folder, signIns) =>
    ServerChild.start({
      args: [join(minutaFolder, 'server/main.js')],
      env: { PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'error', SAMPLE: 'off' },
      folder,
      ready: /Minuta is ready at http:\/\/(\S+)\n/,
      target: (address) => ({ url: `ws://${address}/sync/`, dialect: 'minuta', signIns }),
    }),
}

function other(name: string, dialect: DialectName, args: (folder: string) => string[]): Contender {
  return {
    name,
    idleMs: 3000,
    prepare: async () => [],
    start(folder) {
      const [script, ...rest] = args(folder) as [string, ...string[]]
      return ServerChild.start({
        args: [fileURLToPath(new URL(`../servers/${script}.mjs`, import.meta.url)), ...rest],
        folder,
        ready: /ready at http:\/\/(\S+)\n/,
        target: (address) => ({ url: `ws://${address}/`, dialect, signIns: [] }),
      })
    },
  }
}

function peer(name: string, at: Peer, dialect: DialectName, stores: boolean): Contender {
  return other(name, dialect, (folder) => [at, peerFolder(at), ...(stores ? [folder] : [])])
}

/** Every server, in the order in which a round measures them. */
export const contenders: readonly Contender[] = [
  peer(HOCUSPOCUS, 'hocuspocus', 'hocuspocus', false),
  peer(HOCUSPOCUS_SQLITE, 'hocuspocus', 'hocuspocus', true),
  peer(Y_WEBSOCKET, 'y-websocket-server', 'plain', false),
  peer(Y_WEBSOCKET_LEVEL, 'y-websocket-server', 'plain', true),
  other(RELAY, 'relay', () => ['relay']),
  other(RELAY_10, 'bundling', () => ['relay', '10']),
  other(BLOB, 'plain', (folder) => ['blob', folder]),
  minuta,
]
