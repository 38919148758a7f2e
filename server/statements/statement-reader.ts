import { Worker } from 'node:worker_threads'
import { MinutaError } from '../../shared/errors/errors.ts'
import type { Statement } from '../../shared/statements/statement.ts'
import {
  MAX_READERS,
  MAX_READING_MS,
  MAX_WAITING_FILES,
  READER_HEAP_MB,
  READER_STACK_MB,
} from './statement-limits.ts'
import type { WorkerAnswer } from './statement-worker.ts'
import { UnreadableFile } from './unreadable-file.ts'

/**
 * Reads files that anybody may have made, away from the loop that serves people (EX7). Invariants:
 * 1. Each file has a thread of its own, with bounds on time, heap and stack, which ends with the file.
 * 2. No more threads than `MAX_READERS` live at once; no more files than `MAX_WAITING_FILES` wait.
 */
export class StatementReader {
  readonly #script: URL
  readonly #maxMs: number
  #reading = 0
  readonly #waiting: (() => void)[] = []

  /** `script` is the address of the built or the written `statement-worker`. */
  constructor(script: URL, maxMs: number = MAX_READING_MS) {
    this.#script = script
    this.#maxMs = maxMs
  }

  /** Reads a file. Rejects with UnreadableFile, or with MinutaError where too many wait. */
  async read(bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<Statement> {
    await this.#takeTurn()
    try {
      if (signal?.aborted === true) throw new MinutaError('bad-request', 'The request was broken off.')
      return await this.#readInThread(bytes, name, signal)
    } finally {
      this.#reading--
      this.#waiting.shift()?.()
    }
  }

  async #takeTurn(): Promise<void> {
    if (this.#reading >= MAX_READERS) {
      if (this.#waiting.length >= MAX_WAITING_FILES)
        throw new MinutaError('too-many', 'Many files are being read just now.')
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    this.#reading++
  }

  #readInThread(bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<Statement> {
    return new Promise((resolve, reject) => {
      const worker = startWorker(this.#script, { bytes, name })
      const end = (finish: () => void): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', handleAbort)
        worker.removeAllListeners()
        // A thread that dies of its bounds may say so once more.
        worker.on('error', () => {})
        worker.terminate().then(finish, finish)
      }
      const fail = (error: unknown): void => end(() => reject(error))
      const handleAbort = (): void => fail(new MinutaError('bad-request', 'The request was broken off.'))
      const timer = setTimeout(() => fail(new UnreadableFile('too-slow')), this.#maxMs)
      signal?.addEventListener('abort', handleAbort)
      worker.once('message', (answer: WorkerAnswer) => {
        if ('statement' in answer) end(() => resolve(answer.statement))
        else fail(new UnreadableFile(answer.reason))
      })
      worker.once('error', (error) => fail(isOutOfMemory(error) ? new UnreadableFile('too-much') : error))
      worker.once('exit', () => fail(new Error('The thread that read a statement ended without an answer.')))
    })
  }
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** Written TypeScript (development, tests) needs its loader in the thread as well; the built server has JavaScript. */
function startWorker(script: URL, workerData: { readonly bytes: Uint8Array; readonly name: string }): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: READER_HEAP_MB, stackSizeMb: READER_STACK_MB }
  // No environment: a file's reader needs nothing of it.
  const options = { workerData, resourceLimits, env: {} }
  if (!script.pathname.endsWith('.ts')) return new Worker(script, options)
  const bootstrap = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(script.href)}) })`
  return new Worker(bootstrap, { ...options, eval: true })
}
