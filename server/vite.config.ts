import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Builds the server for Node; packages stay in node_modules. */
export default defineConfig({
  root,
  build: {
    ssr: true,
    outDir: '../dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      // One entry for each file that Node starts by name.
      input: {
        main: fileURLToPath(new URL('main.ts', import.meta.url)),
        'journal-worker': fileURLToPath(new URL('journal/journal-worker.ts', import.meta.url)),
        'statement-worker': fileURLToPath(new URL('statements/statement-worker.ts', import.meta.url)),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
})
