import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { signInRoutes } from './access/sign-in-routes.ts'
import { syncPolicy } from './access/sync-policy.ts'
import type { Config } from './config/config.ts'
import { createApp } from './http/create-app.ts'
import { JournalError } from './journal/journal.ts'
import { SqliteJournal } from './journal/sqlite-journal.ts'
import type { Logger } from './log/logger.ts'
import { DamagedFile } from './registry/durable-file.ts'
import { Registry } from './registry/registry.ts'
import { closeServer } from './start/close-server.ts'
import { openDataFolder } from './start/data-folder.ts'
import { listen } from './start/listen.ts'
import { StartError } from './start/start-error.ts'
import { systemClock } from './sync/ports.ts'
import { Rooms } from './sync/rooms.ts'
import { seedOf } from './sync/seed.ts'
import { SyncServer } from './sync/sync-server.ts'

/** A server that listens, until `close` has resolved. */
export interface RunningMinuta {
  port: number
  close(): Promise<void>
}

// From dist/server as built, from server as run by `npm run dev`: both end at dist/client.
const builtClient = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../dist/client/' : '../client/', import.meta.url),
)

const journalWorker = new URL(
  import.meta.url.endsWith('.ts') ? './journal/journal-worker.ts' : './journal-worker.js',
  import.meta.url,
)

/** The composition root: names every adapter, and resolves once people can connect. */
export async function startMinuta(
  config: Config,
  log: Logger,
  clientFolder = builtClient,
): Promise<RunningMinuta> {
  openDataFolder(config.dataDir)
  // The port first: a second Minuta on this machine is then told about the port, not about the journal.
  let handle: RequestListener = refuseWhileStarting
  const answer: RequestListener = (request, response) => handle(request, response)
  const server: Server = config.tls ? createTlsServer(config.tls, answer) : createServer(answer)
  const port = await listen(server, config)
  try {
    const { registry, journal } = await openStores(config, log)
    const { publicUrl } = config
    const note = (event: string, detail: object): void => log.info(`Sync: ${event}`, { ...detail })
    const rooms = new Rooms(journal, systemClock, seedOf, note)
    const sync = new SyncServer(rooms, syncPolicy(registry, publicUrl), systemClock)
    sync.attach(server)
    const api = signInRoutes({ registry, publicUrl, now: () => systemClock.now() })
    handle = createApp({ config, log, api, clientFolder })
    const close = async (): Promise<void> => {
      const closing = closeServer(server)
      await sync.close()
      await closing
      await journal.close()
    }
    return { port, close }
  } catch (error) {
    await closeServer(server)
    throw error
  }
}

const refuseWhileStarting: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Retry-After': '1' }).end()
}

/** Opens what the data folder holds. What the operator can put right is said as a StartError. */
async function openStores(
  config: Config,
  log: Logger,
): Promise<{ registry: Registry; journal: SqliteJournal }> {
  try {
    const registry = await Registry.open(config.dataDir, (path) =>
      log.warn('Read the last good copy', { path }),
    )
    const journal = await SqliteJournal.open(join(config.dataDir, 'journal.sqlite'), journalWorker)
    return { registry, journal }
  } catch (error) {
    if (error instanceof JournalError || error instanceof DamagedFile) throw new StartError(error.message)
    throw error
  }
}
