import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the operator's commands need to find this server: kept in the data folder, readable by its owner alone. */
export interface OperatorFile {
  readonly url: string
  readonly key: string
}

const FILE = 'operator.json'

/** Writes the operator's key beside the address, made at the first start; whoever can read the data folder has it. */
export function writeOperatorFile(dataDir: string, url: string): OperatorFile {
  const file: OperatorFile = { url, key: keyIn(dataDir) ?? randomBytes(32).toString('base64url') }
  // Removed first: the mode counts only for a file that is made.
  rmSync(join(dataDir, FILE), { force: true })
  writeFileSync(join(dataDir, FILE), JSON.stringify(file), { mode: 0o600 })
  return file
}

function keyIn(dataDir: string): string | null {
  try {
    const { key } = JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')) as Partial<OperatorFile>
    return typeof key === 'string' && key.length >= 40 ? key : null
  } catch {
    // None yet, or one that nobody could read: a new one is made.
    return null
  }
}

/** Tells whether a request's Authorization names the key. */
export function isOperator(authorization: string | undefined, key: string): boolean {
  const given = Buffer.from(authorization ?? '')
  const wanted = Buffer.from(`Bearer ${key}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
