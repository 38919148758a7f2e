import { createHash } from 'node:crypto'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'
import { precacheList } from './offline/precache-list.ts'
import type { BuildFacts } from './offline/worker-scope.ts'
import { type Facts, pageChunks } from './page-chunks.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const port = Number(process.env['PORT'] || 4300)
const server = `http://127.0.0.1:${port + 1}`

/** react-aria brings its words in 34 languages, in files named by language and country. */
const REACT_ARIA = /[\\/]node_modules[\\/](react-aria|react-aria-components|react-stately)[\\/]/
const LOCALE_FILE = /[\\/](?!en-|fr-|es-|ar-)[a-z]{2}-[A-Z]{2}\.mjs$/

/** Leaves out of react-aria's words those of languages that the interface does not have. */
function reactAriaLocales(): Plugin {
  return {
    name: 'react-aria-locales',
    enforce: 'pre',
    load(id) {
      return REACT_ARIA.test(id) && LOCALE_FILE.test(id) ? 'export default {}' : null
    },
  }
}

/** Makes /sw.js, and tells it and the page which build they are of, and what the worker keeps at once. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle: {
      // After Vite's own plugins: they make index.html and name the styles.
      order: 'post',
      async handler(_options, bundle) {
        const { 'index.html': page } = bundle
        if (page?.type !== 'asset') throw new Error('The build has no page')
        const code = await bundleWorker()
        const html = String(page.source)
        const files = precacheList(
          Object.values(bundle).map((file) => ({
            name: file.fileName,
            source: file.type === 'chunk' ? file.facadeModuleId : null,
          })),
        )
        // Names hold hashes of what is in the files; the page and the worker have no such names.
        const whole = JSON.stringify([Object.keys(bundle).sort(), html, code])
        const version = createHash('sha256').update(whole).digest('hex').slice(0, 16)
        const facts: BuildFacts = { version, files }
        page.source = html.replace(
          'name="minuta-build" content=""',
          `name="minuta-build" content="${version}"`,
        )
        const source = `const MINUTA_BUILD=${JSON.stringify(facts)};${code}`
        this.emitFile({ type: 'asset', fileName: 'sw.js', source })
      },
    },
  }
}

/** A build of its own: as a part of the page's it would share files with it, and some browsers' workers import none. */
async function bundleWorker(): Promise<string> {
  const input = `${here}offline/worker.ts`
  const output = { format: 'iife' as const, entryFileNames: 'sw.js' }
  const built = await build({
    configFile: false,
    root: here,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, rolldownOptions: { input, output } },
  })
  const [chunk] = Array.isArray(built) || !('output' in built) ? [] : built.output
  if (chunk?.type !== 'chunk') throw new Error('The service worker was not built')
  return chunk.code
}

/**
 * Lays a gzipped twin beside each file that the server may send so: a third of the bytes over a thin link. Not Brotli:
 * browsers take that over https only, and a venue's network is often plain http.
 */
function gzippedTwins(): Plugin {
  return {
    name: 'gzipped-twins',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (!/^assets\/.*\.(js|css|svg)$/.test(file.fileName)) continue
          const source = gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 })
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source })
        }
      },
    },
  }
}

const nameOfPages = pageChunks(`${here}app.tsx`, `${here}shell/meeting-frame.tsx`)

/**
 * What is always loaded together lies in one file: forty small ones gzip to 13 kB more. `parts` is what every page has,
 * with all that it needs itself; `meeting` what every page of a meeting has beside it, `numbers` what counts for
 * it once it is drawn. What comes on demand (menus, dialogs, the other pages) must be named by none, and nothing that
 * joining needs by `meeting` first.
 */
const chunks = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ },
  {
    name: 'parts',
    test: inClient(
      'api|i18n/(?!messages)|meeting/(use-)?my-meetings',
      'shell/(page-title|plain-page|trouble-page|waiting-page|page-boundary|language-menu)',
      'ui/(again|avatar|banner|button|button-link|defined|icon-button|initials|is-mac|place-beside|skeleton|toast|tooltip|use-overlay)\\.',
      '../shared/names/(country-name|name-language)',
      '../node_modules/lucide-react/.*/cloud-off\\.',
    ),
  },
  {
    name: 'meeting',
    test: inClient(
      'meeting/|sync/(?!clear-|compact-)|work/work\\.',
      'shell/(?!.*(-list|-dialog|-sheet|-drawer|-question|writing-ended|refused-words|copy-words)\\.)',
    ),
  },
  { name: 'numbers', test: inClient('work/(count-work|work-counter)\\.') },
  { name: 'icons', test: /lucide-react/, entriesAware: true, entriesAwareMergeThreshold: 3000 },
  {
    name: (id: string, bundler: { getModuleInfo: Facts }) =>
      nameOfPages(id, (each) => bundler.getModuleInfo(each)),
    debugName: 'pages',
    includeDependenciesRecursively: false,
  },
]

/** Names a file; the bundler would name one by all that need it. */
function shortName({ name }: { readonly name: string }): string {
  return `assets/${name.replace(/~.*/, '')}-[hash].js`
}

/** Makes a pattern for modules by their paths from this folder. */
function inClient(...paths: string[]): (id: string) => boolean {
  const pattern = new RegExp(`^(${paths.join('|')})`)
  return (id) => pattern.test(relative(here, id).replaceAll('\\', '/'))
}

/** Builds the client; under `npm run dev` also serves it and passes the rest to the server one port above. */
export default defineConfig({
  root: here,
  plugins: [react(), reactAriaLocales(), serviceWorker(), gzippedTwins()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    sourcemap: true,
    rolldownOptions: { output: { codeSplitting: { groups: chunks }, chunkFileNames: shortName } },
  },
  server: {
    port,
    strictPort: true,
    host: true,
    // The client's own folders `api` and `sync` are served under these names too: sources are not passed on.
    proxy: {
      '^/api/(?!.+[.]tsx?(?:$|[?]))': server,
      '/healthz': server,
      '/readyz': server,
      '/metrics': server,
      '^/sync/m/': { target: server, ws: true },
    },
  },
})
