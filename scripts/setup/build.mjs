import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './project-root.mjs'
import { runTool } from './run-command.mjs'

const stamp = join(projectRoot, 'dist', '.stamp')

/** Builds client and server into dist, unless dist was built from these very sources. False if that failed. */
export async function ensureBuilt() {
  const wanted = sourceHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true

  console.log('Building Minuta ...')
  rmSync(stamp, { force: true })
  for (const config of ['client/vite.config.ts', 'server/vite.config.ts']) {
    const code = await runTool('vite/bin/vite.js', ['build', '--config', config, '--logLevel', 'warn'])
    if (code !== 0) {
      console.error(`The build of ${config} failed: see above.`)
      return false
    }
  }
  mkdirSync(join(projectRoot, 'dist'), { recursive: true })
  // Written last, and only if no source changed meanwhile: else the next start builds again.
  if (sourceHash() === wanted) writeFileSync(stamp, wanted)
  return true
}

/** One hash over every file the build reads, and the lock file: contents, because a clone has no useful times. */
function sourceHash() {
  const hash = createHash('sha256')
  const single = ['package-lock.json', 'package.json', 'tsconfig.json']
  const files = ['client', 'server', 'shared'].flatMap(filesUnder).sort()
  for (const file of [...single, ...files]) {
    hash.update(file).update('\0')
    hash.update(readFileSync(join(projectRoot, file))).update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(folder) {
  const found = readdirSync(join(projectRoot, folder), { withFileTypes: true, recursive: true })
  return found
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length).replaceAll('\\', '/'))
}
