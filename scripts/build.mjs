// `npm run build`: what `npm start` does before it runs the server.
import { ensureBuilt } from './setup/build.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { requireNodeVersion } from './setup/node-version.mjs'

requireNodeVersion()
if (!(await ensureInstalled()) || !(await ensureBuilt())) process.exit(1)
