import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const port = Number(process.env['PORT'] || 4300)
const server = `http://127.0.0.1:${port + 1}`

/** Builds the client; under `npm run dev` also serves it and passes the rest to the server one port above. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
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
    proxy: {
      '/api': server,
      '/healthz': server,
      '/readyz': server,
      '/metrics': server,
      '/sync': { target: server, ws: true },
    },
  },
})
