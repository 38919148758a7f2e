import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { MeetingsSize } from '../contenders/bench-meetings.ts'
import type { Contender } from '../contenders/contender.ts'
import type { ServerChild } from '../contenders/server-child.ts'
import type { Setting } from './scenario.ts'

/** Connections that share one sign-in: a member may hold 64. */
const CONNECTIONS_PER_MEMBER = 32

/** Says whose sign-in the client of this number uses. */
export function memberOf(client: number): number {
  return Math.floor(client / CONNECTIONS_PER_MEMBER)
}

/** Runs `work` with a freshly started server on a folder of its own; both are gone afterwards, whatever happens. */
export async function withServer<T>(
  contender: Contender,
  { workFolder }: Setting,
  { rooms, clients }: { rooms: number; clients: number },
  work: (server: ServerChild) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(workFolder, 'data-'))
  const size: MeetingsSize = { rooms, members: memberOf(clients - 1) + 1 }
  const server = await contender.start(folder, await contender.prepare(folder, size))
  try {
    return await work(server)
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Resolves after a time. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

/** Resolves with true as soon as something holds, with false when it doesn't in time. */
export async function holdsWithin(ms: number, holds: () => boolean): Promise<boolean> {
  const end = performance.now() + ms
  while (!holds()) {
    if (performance.now() > end) return false
    await pause(5)
  }
  return true
}
