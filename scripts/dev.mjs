// `npm run dev`: Vite serves the client on PORT and passes the rest to the server one port above; both reload.
import { spawn } from 'node:child_process'
import { ensureInstalled } from './setup/install.mjs'
import { requireNodeVersion } from './setup/node-version.mjs'
import { projectRoot } from './setup/project-root.mjs'

requireNodeVersion()
if (!(await ensureInstalled())) process.exit(1)

const port = Number(process.env.PORT || 4300)
const publicUrl = process.env.PUBLIC_URL || `http://localhost:${port}`

const server = run(['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts'], {
  PORT: String(port + 1),
  PUBLIC_URL: publicUrl,
})
const client = run(['node_modules/vite/bin/vite.js', '--config', 'client/vite.config.ts'], {
  PORT: String(port),
})

function run(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  // One without the other is of no use: when either ends, both do.
  child.on('exit', (code) => stop(code ?? 0))
  return child
}

function stop(code) {
  // The first reason counts: what the other one ends with after our own signal says nothing.
  process.exitCode ??= code
  server.kill('SIGTERM')
  client.kill('SIGTERM')
}

process.on('SIGINT', () => stop(0))
process.on('SIGTERM', () => stop(0))
