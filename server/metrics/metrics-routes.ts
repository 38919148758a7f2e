import { Router } from 'express'
import { MinutaError } from '../../shared/errors/errors.ts'
import { isOperator } from '../operator/operator-key.ts'
import type { Metrics } from './metrics.ts'
import type { Unreadiness } from './readiness.ts'

/** What the watchers' routes need. */
export interface MetricsContext {
  readonly metrics: Metrics
  readonly key: () => string
  readonly readiness: () => Promise<Unreadiness>
}

/** For whoever runs the server: `/readyz` for everybody, `/metrics` for whoever holds the operator's key. */
export function metricsRoutes({ metrics, key, readiness }: MetricsContext): Router {
  const router = Router()
  router.get('/readyz', async (_request, response) => {
    const unready = await readiness()
    response.set('Cache-Control', 'no-store').status(unready.length === 0 ? 200 : 503)
    response.json({ status: unready.length === 0 ? 'ready' : 'not ready', why: unready })
  })
  router.get('/metrics', (request, response) => {
    if (!isOperator(request.headers.authorization, key()))
      throw new MinutaError('forbidden', 'Metrics need the operator’s key as a bearer token.')
    response.set('Cache-Control', 'no-store').type('text/plain; version=0.0.4').send(metrics.text())
  })
  return router
}
