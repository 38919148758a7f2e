import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { type Browser, chromium } from 'playwright-core'
import { createServer as createVite } from 'vite'
import { findChromium } from '../../setup/chromium.mjs'
import { projectRoot } from '../../setup/project-root.mjs'

// As root in a container Chromium's sandbox cannot start; the others keep it from calling out.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Starts a headless Chromium. One for each test file; each person in a test gets a context of their own. With
 * `MINUTA_SLOW_PAGES=3` every page computes that many times slower: what a test only met by luck shows.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Browser tests need Chromium: run npm test, or set CHROMIUM_PATH')
  const browser = await chromium.launch({ executablePath, args: flags })
  const rate = Number(process.env.MINUTA_SLOW_PAGES ?? 1)
  return rate > 1 ? withSlowPages(browser, rate) : browser
}

function withSlowPages(browser: Browser, rate: number): Browser {
  const makeContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await makeContext(options)
    const makePage = context.newPage.bind(context)
    context.newPage = async () => {
      const page = await makePage()
      const session = await context.newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate })
      return page
    }
    return context
  }
  return browser
}

/** A page on a port of its own, until `close` has resolved. */
export interface ServedPage {
  url: string
  close(): Promise<void>
}

/** Serves one page of scripts/e2e/pages through Vite, so that it can load any TypeScript of the project. */
export async function servePage(entryHtml: string): Promise<ServedPage> {
  const page = `scripts/e2e/pages/${entryHtml}`
  const vite = await createVite({
    configFile: false,
    root: projectRoot,
    appType: 'mpa',
    logLevel: 'error',
    plugins: [react()],
    cacheDir: join(projectRoot, 'node_modules', '.vite-e2e'),
    // Found before the first request: a package found later would reload the page in the middle of a test.
    optimizeDeps: { entries: [page] },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  })
  const server = createServer(vite.middlewares)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/${page}`,
    close: async () => {
      await vite.close()
      await closeNow(server)
    },
  }
}

function closeNow(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
