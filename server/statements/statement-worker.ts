import { parentPort, workerData } from 'node:worker_threads'
import type { Statement, Unreadable } from '../../shared/statements/statement.ts'
import { readStatement } from './read-statement.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** What the thread says at its end. */
export type WorkerAnswer = { readonly statement: Statement } | { readonly reason: Unreadable }

// One file, one thread: whatever a file does to it ends with it (EX7).
const { bytes, name } = workerData as { bytes: Uint8Array; name: string }
parentPort?.postMessage(read() satisfies WorkerAnswer)

function read(): WorkerAnswer {
  try {
    return { statement: readStatement(bytes, name) }
  } catch (error) {
    if (error instanceof UnreadableFile) return { reason: error.reason }
    throw error
  }
}
