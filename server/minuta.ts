import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { fileURLToPath } from 'node:url'
import type { Config } from './config/config.ts'
import { createApp } from './http/create-app.ts'
import type { Logger } from './log/logger.ts'
import { closeServer } from './start/close-server.ts'
import { openDataFolder } from './start/data-folder.ts'
import { listen } from './start/listen.ts'

/** A server that listens, until `close` has resolved. */
export interface RunningMinuta {
  port: number
  close(): Promise<void>
}

// From dist/server as built, from server as run by `npm run dev`: both end at dist/client.
const builtClient = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../dist/client/' : '../client/', import.meta.url),
)

/** The composition root: names every adapter, and resolves once people can connect. */
export async function startMinuta(
  config: Config,
  log: Logger,
  clientFolder = builtClient,
): Promise<RunningMinuta> {
  openDataFolder(config.dataDir)
  const app = createApp({ config, log, clientFolder })
  const server: Server = config.tls ? createTlsServer(config.tls, app) : createServer(app)
  const port = await listen(server, config)
  return { port, close: () => closeServer(server) }
}
