import { type ChildProcess, spawn } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectRoot } from '../../setup/project-root.mjs'
import type { Target } from '../load/client.ts'

const control = fileURLToPath(new URL('../servers/control.mjs', import.meta.url))

/** What a server under test is started with. */
export interface Command {
  /** The script and its arguments. */
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Where it keeps its data; its errors are written there too. */
  readonly folder: string
  /** Says that it takes connections; its first group is the address. */
  readonly ready: RegExp
  /** Makes of that address where clients connect to. */
  readonly target: (address: string) => Target
}

/** Linux counts a process's time in hundredths of a second. */
const MS_PER_CPU_TICK = 10
const PAGE_BYTES = 4096
const STOP_MS = 5000
const ANSWER_MS = 20_000

/** A server under test, in a process of its own. */
export class ServerChild {
  readonly target: Target
  readonly #child: ChildProcess
  readonly #ended: Promise<void>
  hasEnded = false

  private constructor(child: ChildProcess, target: Target) {
    this.#child = child
    this.target = target
    this.#ended = new Promise((resolve) => {
      child.once('exit', () => {
        this.hasEnded = true
        resolve()
      })
    })
  }

  /** Starts it; resolves once it takes connections. */
  static async start({ args, env, folder, ready, target }: Command): Promise<ServerChild> {
    const log = join(folder, 'errors.log')
    const child = spawn(process.execPath, ['--expose-gc', '--import', control, ...args], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', openSync(log, 'a'), 'ipc'],
      env: { ...process.env, ...env },
    })
    const address = await new Promise<string>((resolve, reject) => {
      let printed = ''
      child.stdout?.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        const found = ready.exec(printed)?.[1]
        if (found !== undefined) resolve(found)
      })
      child.once('exit', (code) => {
        reject(new Error(`${args[0]} ended with ${code}: ${readFileSync(log, 'utf8').slice(-2000)}`))
      })
    })
    return new ServerChild(child, target(address))
  }

  /** Time that all its threads spent so far, in user and system mode. */
  cpuMs(): number {
    // The name, in brackets, may hold spaces: what counts comes after it (proc(5), fields 14 and 15).
    const fields = this.#read('stat')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_CPU_TICK
  }

  /** What it holds of this machine's memory now. */
  residentBytes(): number {
    return this.hasEnded ? 0 : Number(this.#read('statm').split(' ')[1]) * PAGE_BYTES
  }

  /** Heap and buffers of its main thread after the garbage is gone; NaN when it has ended or doesn't answer. */
  heapBytes(): Promise<number> {
    return new Promise((resolve) => {
      const giveUp = (): void => resolve(Number.NaN)
      if (this.hasEnded) giveUp()
      const timer = setTimeout(giveUp, ANSWER_MS)
      void this.#ended.then(giveUp)
      this.#child.once('message', (message) => {
        clearTimeout(timer)
        resolve((message as { heapBytes: number }).heapBytes)
      })
      if (!this.hasEnded) this.#child.send('memory')
    })
  }

  /** Ends it as a power cut would, and resolves when it has. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }

  /** Asks it to end, as an operator would, and resolves when it has; one that takes too long is killed. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM')
    const tooLong = setTimeout(() => this.#child.kill('SIGKILL'), STOP_MS)
    await this.#ended
    clearTimeout(tooLong)
  }

  #read(file: 'stat' | 'statm'): string {
    return readFileSync(`/proc/${this.#child.pid}/${file}`, 'utf8')
  }
}
