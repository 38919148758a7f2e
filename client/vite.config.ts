import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

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

/**
 * What is always loaded together lies in one file: forty small ones gzip to 13 kB more. `parts` is what every page has,
 * with all that it needs itself; `meeting` what every page of a meeting has beside it. What comes on demand (menus,
 * dialogs, the other pages) must be named by neither, and nothing that joining needs by `meeting` first.
 */
const chunks = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ },
  {
    name: 'parts',
    test: inClient(
      'api|i18n/(?!messages)|meeting/(use-)?my-meetings',
      'shell/(page-title|plain-page|trouble-page|waiting-page|page-boundary|language-menu)',
      'ui/(avatar|banner|button|button-link|defined|icon-button|initials|is-mac|place-beside|skeleton|toast|tooltip|use-overlay)\\.',
      '../shared/names/(country-name|name-language)',
      '../node_modules/lucide-react/.*/cloud-off\\.',
    ),
  },
  {
    name: 'meeting',
    test: inClient('meeting/|sync/|work/work\\.', 'shell/(?!.*(-list|-dialog|-sheet|-drawer)\\.)'),
  },
]

/** Makes a pattern for modules by their paths from this folder. */
function inClient(...paths: string[]): (id: string) => boolean {
  const pattern = new RegExp(`^(${paths.join('|')})`)
  return (id) => pattern.test(relative(here, id).replaceAll('\\', '/'))
}

/** Builds the client; under `npm run dev` also serves it and passes the rest to the server one port above. */
export default defineConfig({
  root: here,
  plugins: [react(), reactAriaLocales()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    sourcemap: true,
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
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
