// `npm start`: from a fresh clone to a running server. Node's own modules only: nothing is installed yet.
import { ensureBuilt } from './setup/build.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { requireNodeVersion } from './setup/node-version.mjs'

requireNodeVersion()
if (!(await ensureInstalled()) || !(await ensureBuilt())) process.exit(1)

// In this very process: signals and exit code need no passing on, and no server outlives its starter.
await import('../dist/server/main.js')
