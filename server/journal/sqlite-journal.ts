import { Worker } from 'node:worker_threads'
import type { RoomName } from '../../shared/ids/ids.ts'
import {
  type Batch,
  type Entry,
  type Journal,
  JournalError,
  type LateWords,
  type Snapshot,
  type StoredRoom,
} from './journal.ts'
import type { JournalCall, JournalReply, JournalRequest } from './worker-messages.ts'

interface Waiting {
  readonly resolve: (result: never) => void
  readonly reject: (error: JournalError) => void
}

/**
 * The default journal: SQLite in a thread of its own. Calls are carried out in the order in which they are made.
 * `worker` is the address of the built or the written `journal-worker`.
 */
export class SqliteJournal implements Journal {
  readonly #path: string
  readonly #script: URL
  #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #calls = 0
  #ended: JournalError | null = null

  private constructor(path: string, script: URL) {
    this.#path = path
    this.#script = script
    this.#worker = this.#start(true)
  }

  /** Opens the journal's file, making it if there is none. Rejects with a JournalError that says what to do. */
  static async open(path: string, worker: URL): Promise<SqliteJournal> {
    const journal = new SqliteJournal(path, worker)
    try {
      await journal.rooms()
    } catch (error) {
      await journal.#worker.terminate()
      throw error
    }
    return journal
  }

  append(batch: Batch): Promise<ReadonlyMap<RoomName, number>> {
    return this.#call({ do: 'append', batch })
  }

  read(room: RoomName): Promise<StoredRoom | null> {
    return this.#call({ do: 'read', room })
  }

  history(room: RoomName, after: number): Promise<readonly Entry[]> {
    return this.#call({ do: 'history', room, after })
  }

  keepSnapshot(room: RoomName, snapshot: Snapshot): Promise<void> {
    return this.#call({ do: 'keepSnapshot', room, snapshot })
  }

  commandResult(key: string): Promise<string | null> {
    return this.#call({ do: 'commandResult', key })
  }

  lateWords(room: RoomName): Promise<readonly LateWords[]> {
    return this.#call({ do: 'lateWords', room })
  }

  rooms(): Promise<readonly RoomName[]> {
    return this.#call({ do: 'rooms' })
  }

  async reopen(): Promise<void> {
    // A new thread, since only the end of a thread surely lets go of its file: statements hold it open.
    const old = this.#worker
    old.removeAllListeners()
    this.#rejectAll(new JournalError('failed', 'The journal was opened again.'))
    await old.terminate()
    this.#ended = null
    this.#worker = this.#start(false)
    await this.#call({ do: 'prove' })
  }

  async close(): Promise<void> {
    if (this.#ended !== null) return
    const exited = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()))
    await this.#call({ do: 'close' })
    await exited
  }

  #call<T>(call: JournalCall): Promise<T> {
    const ended = this.#ended
    if (ended !== null) return Promise.reject(ended)
    const id = this.#calls++
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (result: never) => void, reject })
      const request: JournalRequest = { id, call }
      this.#worker.postMessage(request)
    })
  }

  #settle(reply: JournalReply): void {
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if ('result' in reply) waiting?.resolve(reply.result as never)
    else waiting?.reject(new JournalError(reply.fault, reply.message, reply.room))
  }

  #start(mayMake: boolean): Worker {
    const worker = startWorker(this.#script, { path: this.#path, mayMake })
    worker.on('message', (replies: readonly JournalReply[]) => {
      for (const reply of replies) this.#settle(reply)
    })
    worker.on('error', (error) => this.#end(new JournalError('failed', 'The journal stopped.', null, error)))
    worker.on('exit', () => this.#end(new JournalError('closed', 'The journal is closed.')))
    return worker
  }

  #end(error: JournalError): void {
    this.#ended ??= error
    this.#rejectAll(error)
  }

  #rejectAll(error: JournalError): void {
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(error)
  }
}

/** Written TypeScript (development, tests) needs its loader in the thread as well; the built server has JavaScript. */
function startWorker(worker: URL, workerData: { readonly path: string; readonly mayMake: boolean }): Worker {
  if (!worker.pathname.endsWith('.ts')) return new Worker(worker, { workerData })
  const bootstrap = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(worker.href)}) })`
  return new Worker(bootstrap, { eval: true, workerData })
}
