import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'

/** Addresses that belong to the server: an unknown one among them is an error, never the page. */
const serverPaths = /^\/(api|sync|assets|healthz|readyz|metrics)(\/|$)/

/** Serves the built client: hashed assets for ever, the page for every address that the client routes. */
export function staticClient(folder: string): Router {
  const router = Router()
  // Vite puts a content hash into every name in this folder: what a name holds never changes.
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  )
  router.use(express.static(folder, { index: false, cacheControl: false, setHeaders: askEachTime }))
  router.use(pageFallback(folder))
  return router
}

function askEachTime(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('Cache-Control', 'no-cache')
}

function pageFallback(folder: string): RequestHandler {
  // Read once: a new build may name assets that this server's folder no longer goes with.
  const page = readPage(folder)
  return (request, response, next) => {
    const asksForPage = request.method === 'GET' || request.method === 'HEAD'
    if (!asksForPage || serverPaths.test(request.path)) return next()
    if (page === undefined) {
      response.status(503).type('text').send('The client is not built. Run: npm run build\n')
      return
    }
    // no-store: the page names the newest assets, and its address may hold an invitation's token.
    response.set('Cache-Control', 'no-store').type('html').send(page)
  }
}

function readPage(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'index.html'), 'utf8')
  } catch {
    // Under `npm run dev` the client comes from Vite and nothing is built.
    return undefined
  }
}
