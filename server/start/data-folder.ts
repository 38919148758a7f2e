import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from './start-error.ts'

/** Makes the data folder if it is missing, and proves that it can be written before anything is promised. */
export function openDataFolder(dataDir: string): void {
  const probe = join(dataDir, `.write-probe-${process.pid}`)
  try {
    // Only the operator's own account may read what was noted in confidence.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
    throw new StartError(
      `Minuta did not start: the data folder ${dataDir} cannot be written${reason}.\n` +
        '  Give this account the right to write there, or set DATA_DIR to another folder.',
      error,
    )
  }
}
