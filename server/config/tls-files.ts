import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import type { Config } from './config.ts'

/** Reads the certificate and its key, and says what is wrong with them before anything listens. */
export function readTlsFiles(
  certPath: string | undefined,
  keyPath: string | undefined,
): { files: Config['tls']; faults: string[] } {
  if (!certPath && !keyPath) return { files: undefined, faults: [] }
  if (!certPath || !keyPath) {
    const [missing, present] = certPath ? ['TLS_KEY', 'TLS_CERT'] : ['TLS_CERT', 'TLS_KEY']
    return { files: undefined, faults: [`${missing} is not set, but ${present} is. Set both, or neither.`] }
  }

  const faults: string[] = []
  const cert = readPem('TLS_CERT', certPath, faults)
  const key = readPem('TLS_KEY', keyPath, faults)
  if (!cert || !key) return { files: undefined, faults }
  try {
    createSecureContext({ cert, key })
  } catch {
    faults.push('TLS_CERT and TLS_KEY do not belong together. Set a PEM certificate and its own PEM key.')
  }
  return { files: { cert, key }, faults }
}

function readPem(name: string, path: string, faults: string[]): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    faults.push(`${name} is ${JSON.stringify(path)}, which cannot be read. Set the path of a PEM file.`)
    return undefined
  }
}
