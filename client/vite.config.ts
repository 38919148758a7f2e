import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

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

/** Builds the client; under `npm run dev` also serves it and passes the rest to the server one port above. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), reactAriaLocales()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    sourcemap: true,
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
