import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../setup/project-root.mjs'

/** The built server as a process of its own, with an empty data folder. */
export interface BuiltServer {
  url: string
  /** Sends SIGTERM and resolves with the exit code. */
  stop(): Promise<number | null>
}

/** Starts dist/server/main.js on a free port and resolves once it has printed that it is ready. */
export async function startBuiltServer(environment: Record<string, string> = {}): Promise<BuiltServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'minuta-data-'))
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...environment,
    },
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))

  const url = await new Promise<string>((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const ready = /Minuta is ready at (\S+)\n/.exec(printed)?.[1]
      if (ready) resolve(ready)
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready`)))
  })
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM')
      const code = await ended
      rmSync(dataDir, { recursive: true, force: true })
      return code
    },
  }
}
