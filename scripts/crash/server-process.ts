import { type ChildProcess, spawn } from 'node:child_process'
import { projectRoot } from '../setup/project-root.mjs'

/** The built server as a process that can be killed. */
export interface ServerProcess {
  readonly url: string
  readonly child: ChildProcess
  /** Resolves when the process has ended, with its exit code or null after a signal. */
  readonly ended: Promise<number | null>
}

/** Starts the built server on a data folder; resolves once it takes connections. `port` 0: any free one. */
export async function startServer(
  dataDir: string,
  port = 0,
  prefix: readonly string[] = [],
): Promise<ServerProcess> {
  const [command, ...rest] = [...prefix, process.execPath, 'dist/server/main.js'] as unknown as [
    string,
    ...string[],
  ]
  const child = spawn(command, rest, {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      SAMPLE: 'off',
    },
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    let printed = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const ready = /Minuta is ready at (\S+)\n/.exec(printed)?.[1]
      if (ready !== undefined) resolve(ready)
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready.`)))
  })
  return { url, child, ended }
}
