import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './project-root.mjs'
import { runCommand } from './run-command.mjs'

const lockFile = join(projectRoot, 'package-lock.json')
const marker = join(projectRoot, 'node_modules', '.minuta-lock')

/** Installs exactly what the lock file names, unless node_modules already holds it. False if that failed. */
export async function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  if (readText(marker) === wanted) return true

  console.log('Installing packages from package-lock.json ...')
  // Under `npm start` npm names its own script; run by hand, the npm on the path is used.
  const npm = process.env.npm_execpath
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  // Not `npm ci`: it refuses a lock file that lacks the optional binaries of some other platform, and a
  // registry may not carry them all. This installs the locked versions too, and leaves the lock file alone.
  // The build needs the development packages, also where NODE_ENV=production would leave them out.
  const code = await runCommand(command, [
    ...first,
    'install',
    '--no-save',
    '--include=dev',
    '--no-audit',
    '--no-fund',
  ])
  if (code !== 0) {
    console.error('The packages could not be installed: see above. Check the network, then try again.')
    return false
  }
  // Written last: an install that was cut off is done again.
  writeFileSync(marker, wanted)
  return true
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
