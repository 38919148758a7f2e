import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Router } from 'express'
import { signInRoutes } from './access/sign-in-routes.ts'
import { syncPolicy } from './access/sync-policy.ts'
import { checkRoutes } from './checks/check-routes.ts'
import { Commands } from './commands/commands.ts'
import type { Config } from './config/config.ts'
import { itemRoutes } from './draft/item-routes.ts'
import { exportRoutes } from './export/export-routes.ts'
import { BlockTimes } from './history/block-times.ts'
import { roomRoutes } from './history/room-routes.ts'
import { createApp } from './http/create-app.ts'
import { type Journal, JournalError } from './journal/journal.ts'
import { SqliteJournal } from './journal/sqlite-journal.ts'
import { lateWordsRoutes } from './late-words/late-words-routes.ts'
import { signalLateWords, watchLateWords } from './late-words/late-words-signal.ts'
import { refreshLedger, seedsFor } from './ledger/room-seeds.ts'
import type { Logger } from './log/logger.ts'
import { type LinkAddresses, makeLink } from './meetings/invitation-links.ts'
import { meetingRoutes } from './meetings/meeting-routes.ts'
import { topicRoutes } from './meetings/topic-routes.ts'
import { combineRoutes } from './merge/combine-routes.ts'
import { mergeRoutes } from './merge/merge-routes.ts'
import { Metrics } from './metrics/metrics.ts'
import { metricsRoutes } from './metrics/metrics-routes.ts'
import { readiness } from './metrics/readiness.ts'
import { watchServer } from './metrics/watch-server.ts'
import { writeOperatorFile } from './operator/operator-key.ts'
import { operatorRoutes } from './operator/operator-routes.ts'
import { DamagedFile } from './registry/durable-file.ts'
import { Registry } from './registry/registry.ts'
import { fillEmpty } from './sample/fill-empty.ts'
import { reachableAddresses } from './start/addresses.ts'
import { closeServer } from './start/close-server.ts'
import { openDataFolder } from './start/data-folder.ts'
import { listen } from './start/listen.ts'
import { StartError } from './start/start-error.ts'
import { StatementReader } from './statements/statement-reader.ts'
import { statementRoutes } from './statements/statement-routes.ts'
import { systemClock } from './sync/ports.ts'
import { Rooms } from './sync/rooms.ts'
import { SyncServer } from './sync/sync-server.ts'
import { threadRoutes } from './threads/thread-routes.ts'
import { withheldRoutes } from './withheld/withheld-routes.ts'

/** A server that listens, until `close` has resolved. */
export interface RunningMinuta {
  readonly port: number
  readonly addresses: LinkAddresses
  /** At the first start with the sample meeting: how its chair comes in. */
  readonly chairLink: string | null
  /** There is no meeting yet. */
  readonly isEmpty: boolean
  /** What whoever starts Minuta must look at, in plain words. */
  readonly warnings: readonly string[]
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

const statementWorker = new URL(
  import.meta.url.endsWith('.ts') ? './statements/statement-worker.ts' : './statement-worker.js',
  import.meta.url,
)

/** What tests put in the place of a production part. */
export interface Replaced {
  /** The folder of the built client. */
  readonly clientFolder?: string
  /** Something between the server and its journal, such as a slow disk. */
  readonly journal?: (journal: Journal) => Journal
}

/** The composition root: names every adapter, and resolves once people can connect. */
export async function startMinuta(
  config: Config,
  log: Logger,
  { clientFolder = builtClient, journal: wrap = (journal) => journal }: Replaced = {},
): Promise<RunningMinuta> {
  openDataFolder(config.dataDir, (path) => {
    log.warn(
      'Other accounts of this machine may read the data folder: their rights could not be taken away',
      {
        path,
      },
    )
  })
  // The port first: a second Minuta on this machine is then told about the port, not about the journal.
  let handle: RequestListener = refuseWhileStarting
  const answer: RequestListener = (request, response) => handle(request, response)
  const server: Server = config.tls ? createTlsServer(config.tls, answer) : createServer(answer)
  const port = await listen(server, config)
  try {
    const { registry, journal: opened, warnings } = await openStores(config, log)
    const journal = wrap(opened)
    const addresses = reachableAddresses(config, port)
    const chairLink = config.sample ? await firstChairLink(registry, journal, addresses) : null
    const { api, watch, sync } = connect({ config, log, registry, journal, addresses })
    sync.attach(server)
    handle = createApp({ config, log, api, watch, clientFolder })
    const close = async (): Promise<void> => {
      const closing = closeServer(server)
      await sync.close()
      await closing
      await journal.close()
    }
    return { port, addresses, chairLink, isEmpty: registry.isEmpty, warnings, close }
  } catch (error) {
    await closeServer(server)
    throw error
  }
}

interface Parts {
  readonly config: Config
  readonly log: Logger
  readonly registry: Registry
  readonly journal: Journal
  readonly addresses: LinkAddresses
}

/** Ties rooms, commands and routes to the stores. */
function connect({ config, log, registry, journal: stored, addresses }: Parts): {
  api: Router
  watch: Router
  sync: SyncServer
} {
  const { publicUrl } = config
  const metrics = new Metrics()
  const note = (event: string, detail: Readonly<Record<string, unknown>>): void => {
    log.info(`Sync: ${event}`, detail)
    if (event === 'refused') metrics.countRefusal(String(detail['refusal']))
  }
  const observe = (what: 'tick' | 'commit', ms: number): void => metrics.observe(`minuta_${what}_seconds`, ms)
  const journal = watchLateWords(stored, (meeting) => {
    signalLateWords(rooms, meeting).catch((error: unknown) => {
      // Whoever comes to the meeting asks for them anyway.
      log.warn('Nobody could be told of late words', { meeting, error: String(error) })
    })
  })
  const rooms: Rooms = new Rooms(journal, systemClock, seedsFor(registry), note, observe)
  const policy = syncPolicy(registry, publicUrl, config.trustProxy)
  const sync = new SyncServer(rooms, policy, systemClock, config.compress)
  watchServer(metrics, rooms, sync)
  registry.onChange((meeting) => {
    sync.admitAgain(meeting)
    refreshLedger(rooms, registry, meeting).catch((error: unknown) => {
      // The next load of the ledger makes it true again.
      log.warn('The ledger could not be refreshed', { meeting, error: String(error) })
    })
  })
  const now = (): number => systemClock.now()
  const base = publicUrl ?? addresses.network ?? addresses.here
  const operator = writeOperatorFile(config.dataDir, addresses.here)
  const commands = new Commands(rooms, journal, systemClock)
  const context = { registry, publicUrl, now, rooms, commands, journal, log }
  const api = Router()
  api.use(signInRoutes(context))
  api.use(meetingRoutes({ ...context, addresses: () => addresses }))
  api.use(topicRoutes(context))
  api.use(itemRoutes(context))
  api.use(mergeRoutes(context))
  api.use(combineRoutes(context))
  api.use(threadRoutes(context))
  api.use(withheldRoutes(context))
  api.use(checkRoutes(context))
  api.use(exportRoutes(context))
  api.use(lateWordsRoutes(context))
  api.use(statementRoutes({ ...context, statements: new StatementReader(statementWorker) }))
  api.use(roomRoutes({ ...context, times: new BlockTimes(rooms, journal) }))
  api.use(operatorRoutes({ registry, key: () => operator.key, base: () => base, now, log }))
  const watch = metricsRoutes({
    metrics,
    key: () => operator.key,
    readiness: () => {
      const inTrouble = (): boolean => rooms.committer.trouble !== null
      return readiness({ dataDir: config.dataDir, journal, inTrouble })
    },
  })
  return { api, watch, sync }
}

/** Fills an empty data folder with the sample meeting, and makes the link by which its chair comes in, once. */
async function firstChairLink(
  registry: Registry,
  journal: Journal,
  { here, network }: LinkAddresses,
): Promise<string | null> {
  if (!(await fillEmpty(registry, journal))) return null
  const [meeting] = registry.meetings()
  const chair = registry.members(meeting ?? '').find(({ role }) => role === 'chair')
  if (meeting === undefined || chair === undefined) return null
  return (await makeLink(registry, meeting, chair.id, network ?? here, systemClock.now())).url
}

const refuseWhileStarting: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Retry-After': '1' }).end()
}

/** Opens what the data folder holds. What the operator can put right is said as a StartError. */
async function openStores(
  config: Config,
  log: Logger,
): Promise<{ registry: Registry; journal: SqliteJournal; warnings: string[] }> {
  try {
    const warnings: string[] = []
    const registry = await Registry.open(config.dataDir, (path) => {
      log.warn('Read the last good copy', { path })
      warnings.push(
        `${path} was damaged: Minuta has read its last good copy, which may be one change behind. ` +
          'Check that the last change still stands: an invitation revoked, a member signed out, a role lowered.',
      )
    })
    const journal = await SqliteJournal.open(join(config.dataDir, 'journal.sqlite'), journalWorker)
    return { registry, journal, warnings }
  } catch (error) {
    if (error instanceof JournalError || error instanceof DamagedFile) throw new StartError(error.message)
    throw error
  }
}
