import express, { type Express, type Router } from 'express'
import type { Config } from '../config/config.ts'
import type { Logger } from '../log/logger.ts'
import { answerErrors, refuseUnknownAddress } from './answer-errors.ts'
import { securityHeaders } from './security-headers.ts'
import { staticClient } from './static-client.ts'

/** The largest JSON command: a thread's comment or a merge's choices stay far below it. */
const maxJsonBytes = 1024 * 1024

interface AppParts {
  config: Pick<Config, 'trustProxy'>
  log: Logger
  /** Routes below `/api`. */
  api: Router
  /** Routes for whoever runs the server: `/readyz`, `/metrics`. */
  watch?: Router
  /** The folder of the built client. */
  clientFolder: string
}

/** Puts the HTTP side together: headers first, then routes, then the page, then refusals. */
export function createApp({ config, log, api, watch, clientFolder }: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)

  app.use(securityHeaders)
  app.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  if (watch !== undefined) app.use(watch)
  app.use('/api', express.json({ limit: maxJsonBytes }))
  app.use('/api', api)
  app.use('/api', refuseUnknownAddress)
  app.use(staticClient(clientFolder))
  app.use(refuseUnknownAddress)
  app.use(answerErrors(log))
  return app
}
