import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'

/** Addresses that belong to the server: an unknown one among them is an error, never the page. */
const serverPaths = /^\/(api|sync|assets|icons|healthz|readyz|metrics|sw\.js|manifest\.webmanifest)(\/|$)/

/** Serves the built client: hashed assets for ever, the page for every address that the client routes. */
export function staticClient(folder: string): Router {
  const router = Router()
  // Vite puts a content hash into every name in this folder: what a name holds never changes.
  router.use(
    '/assets',
    gzippedTwins(join(folder, 'assets')),
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  )
  // The service worker and the manifest among them: a browser that kept an old worker would keep an old Minuta.
  router.use(express.static(folder, { index: false, cacheControl: false, setHeaders: askEachTime }))
  router.use(pageFallback(folder))
  return router
}

/** Sends the gzipped twin that the build laid beside a file, to whoever takes it. */
function gzippedTwins(folder: string): RequestHandler {
  const twins = new Set(namesIn(folder).filter((name) => name.endsWith('.gz')))
  return (request, response, next) => {
    const name = request.path.slice(1)
    // Looked for each time: a build may have taken it away.
    if (twins.has(`${name}.gz`) && existsSync(join(folder, `${name}.gz`)) && request.url === request.path) {
      response.vary('Accept-Encoding')
      if (request.acceptsEncodings('gzip', 'identity') === 'gzip') {
        response.type(extname(name)).set('Content-Encoding', 'gzip')
        request.url += '.gz'
      }
    }
    next()
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Not built, as under `npm run dev`.
    return []
  }
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
