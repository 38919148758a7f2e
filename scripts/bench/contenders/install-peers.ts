import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../setup/project-root.mjs'
import { runCommand } from '../../setup/run-command.mjs'

/** Where the peers and what the bench makes once are kept. Git leaves it out. */
export const benchFolder = join(projectRoot, 'scripts/bench/.peers')

/** The exact packages of each peer, in a folder of its own: the two need different versions of Yjs. */
const PEERS = {
  hocuspocus: {
    '@hocuspocus/server': '4.7.0',
    '@hocuspocus/extension-sqlite': '4.7.0',
    'y-protocols': '1.0.7',
    yjs: '13.6.33',
  },
  'y-websocket-server': {
    '@y/protocols': '1.0.6-1',
    '@y/websocket-server': '0.1.5',
    ws: '6.2.7',
    'y-leveldb': '0.1.2',
    yjs: '14.0.0-16',
  },
} as const

export type Peer = keyof typeof PEERS

/** Gives the folder of an installed peer. */
export function peerFolder(peer: Peer): string {
  return join(benchFolder, peer)
}

/** Where the Minuta under test stands: in the project, or it would not find its packages. */
export const minutaFolder = join(benchFolder, 'minuta')

/** Takes a copy of what is built, so that a whole run measures one Minuta whatever is built meanwhile. */
export function copyMinuta(): void {
  rmSync(minutaFolder, { recursive: true, force: true })
  cpSync(join(projectRoot, 'dist'), minutaFolder, { recursive: true })
}

/** Installs the peers that are missing or of other versions. Never a dependency of the product. */
export async function installPeers(): Promise<void> {
  for (const peer of Object.keys(PEERS) as Peer[]) await install(peer)
}

async function install(peer: Peer): Promise<void> {
  const folder = peerFolder(peer)
  const wanted = JSON.stringify({ private: true, type: 'module', dependencies: PEERS[peer] }, null, 2)
  // Written last, so that an install that was cut off is done again.
  const stamp = join(folder, 'installed.json')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.error(`Installing ${peer} into ${folder} ...`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), wanted)
  // Resolves names from the peer's folder, which an entry that stands elsewhere can't.
  writeFileSync(join(folder, 'load.mjs'), 'export const load = (name) => import(name)\n')
  // y-leveldb asks for Yjs 13, the server beside it for 14.
  const args = ['install', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error']
  const code = await runCommand('npm', [...args, '--prefix', folder])
  if (code !== 0) throw new Error(`${peer} could not be installed: see above.`)
  writeFileSync(stamp, wanted)
}
