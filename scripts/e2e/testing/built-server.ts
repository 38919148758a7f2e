import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../setup/project-root.mjs'

/** The built server as a process of its own, with a data folder of its own. */
export interface BuiltServer {
  readonly url: string
  readonly dataDir: string
  /** How the sample meeting's chair comes in; null when no sample was asked for, or at a later start. */
  readonly chairLink: string | null
  /** Sends SIGTERM and resolves with the exit code. */
  stop(): Promise<number | null>
  /** Kills it with SIGKILL; the data folder stays, to be started on again. */
  kill(): Promise<void>
}

/**
 * Starts dist/server/main.js and resolves once it has printed that it is ready: on a free port and an empty data
 * folder without the sample meeting, unless the environment says otherwise.
 */
export async function startBuiltServer(environment: Record<string, string> = {}): Promise<BuiltServer> {
  const dataDir = environment['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'minuta-data-'))
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      SAMPLE: 'off',
      ...environment,
    },
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))

  let printed = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const ready = /Minuta is ready at (\S+)\n/.exec(printed)?.[1]
      if (ready) resolve(ready)
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready`)))
  })
  return {
    url,
    dataDir,
    chairLink: /^Chair link: (\S+)$/m.exec(printed)?.[1] ?? null,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: async () => {
      child.kill('SIGTERM')
      const code = await ended
      rmSync(dataDir, { recursive: true, force: true })
      return code
    },
  }
}
