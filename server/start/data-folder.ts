import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from './start-error.ts'

/**
 * Makes the data folder if it is missing, proves that it can be written before anything is promised, and closes it and
 * what it holds to all but this account: it was noted in confidence. `onOpen` hears what stays open to others.
 */
export function openDataFolder(dataDir: string, onOpen: (path: string) => void): void {
  const probe = join(dataDir, `.write-probe-${process.pid}`)
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const remedy =
      code === 'EROFS' ? 'Mount its disk for writing' : 'Give this account the right to write there'
    throw new StartError(
      `Minuta did not start: the data folder ${dataDir} cannot be written${code === undefined ? '' : ` (${code})`}.\n` +
        `  ${remedy}, or set DATA_DIR to another folder.`,
      error,
    )
  }
  for (const path of [dataDir, ...confidential(dataDir)]) if (!closeToOthers(path)) onOpen(path)
}

/** What the data folder holds from before: it may have been made, or restored, with other rights. */
function confidential(dataDir: string): string[] {
  const isIn = (folder: string, wanted: RegExp): string[] =>
    entriesOf(folder)
      .filter((name) => wanted.test(name))
      .map((name) => join(folder, name))
  const registry = join(dataDir, 'registry')
  return [...isIn(dataDir, /^(journal\.sqlite.*|registry)$/), ...isIn(registry, /^registry\.json/)]
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // None yet. One that can't be read is told when the registry is opened.
    return []
  }
}

/** Takes the rights of everybody else away. False: they stayed, as on a disk that knows none or of another owner. */
function closeToOthers(path: string): boolean {
  try {
    const before = statSync(path)
    if ((before.mode & 0o077) === 0) return true
    chmodSync(path, before.isDirectory() ? 0o700 : 0o600)
    return (statSync(path).mode & 0o077) === 0
  } catch {
    return false
  }
}
