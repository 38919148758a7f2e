import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../setup/project-root.mjs'

/**
 * Copies the built client and makes another build of it: the same code, with every script under a new name, and another
 * version. Nothing of the first build's scripts is in it.
 */
export function makeNextBuild(): { readonly folder: string; readonly version: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'minuta-build-'))
  cpSync(join(projectRoot, 'dist', 'client'), folder, { recursive: true })
  const assets = join(folder, 'assets')
  const worker = join(folder, 'sw.js')
  const [, version = ''] = /"version":"(\w+)"/.exec(readFileSync(worker, 'utf8')) ?? []
  const next = [...version].reverse().join('')
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
  const names = new RegExp(scripts.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g')
  const rename = (text: string): string =>
    text.replace(names, (name) => `next-${name}`).replaceAll(version, next)
  for (const name of readdirSync(assets)) {
    const path = join(assets, name)
    if (/\.(gz|map)$/.test(name)) rmSync(path)
    else if (name.endsWith('.js')) {
      writeFileSync(join(assets, `next-${name}`), rename(readFileSync(path, 'utf8')))
      rmSync(path)
    }
  }
  for (const path of [worker, join(folder, 'index.html')])
    writeFileSync(path, rename(readFileSync(path, 'utf8')))
  return { folder, version: next, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
