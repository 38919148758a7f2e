import { parentPort, workerData } from 'node:worker_threads'
import { JournalError } from './journal.ts'
import { asJournalError } from './open-database.ts'
import { SqliteStore } from './sqlite-store.ts'
import type { JournalCall, JournalReply, JournalRequest } from './worker-messages.ts'

// The journal's thread: a sync of the disk never stops the loop that serves people.

const { path, mayMake } = workerData as { path: string; mayMake: boolean }
const port = parentPort
let store: SqliteStore | null = null

function open(): SqliteStore {
  store ??= new SqliteStore(path, mayMake)
  return store
}

function carryOut(call: JournalCall): unknown {
  const store = open()
  switch (call.do) {
    case 'append':
      return store.append(call.batch)
    case 'read':
      return store.read(call.room)
    case 'history':
      return store.history(call.room, call.after)
    case 'keepSnapshot':
      return store.keepSnapshot(call.room, call.snapshot)
    case 'commandResult':
      return store.commandResult(call.key)
    case 'lateWords':
      return store.lateWords(call.room)
    case 'rooms':
      return store.rooms()
    case 'prove':
      return store.prove()
    case 'close':
      return store.close()
  }
}

/** Calls as they came; those that write are answered once all of them are synced together. */
let queue: JournalRequest[] = []

port?.on('message', (request: JournalRequest) => {
  // What came while the disk was busy is all handed over before the next turn.
  if (queue.length === 0) setImmediate(carryOutAll)
  queue.push(request)
})

function carryOutAll(): void {
  const requests = queue
  queue = []
  const replies: JournalReply[] = []
  for (let at = 0; at < requests.length; ) {
    const isWrite = writes(requests[at])
    let end = at + 1
    while (isWrite && writes(requests[end])) end++
    replies.push(...answer(requests.slice(at, end)))
    at = end
  }
  port?.postMessage(replies)
  if (requests.some(({ call }) => call.do === 'close')) port?.close()
}

function writes(request: JournalRequest | undefined): boolean {
  return request?.call.do === 'append' || request?.call.do === 'keepSnapshot'
}

function answer(requests: readonly JournalRequest[]): JournalReply[] {
  const outcomes = together(
    requests.map(
      ({ call }) =>
        () =>
          carryOut(call),
    ),
  )
  return requests.map(({ id }, index) => {
    const outcome = outcomes[index]
    if (!(outcome instanceof JournalError)) return { id, result: outcome }
    const { fault, message, room } = outcome
    return { id, fault, message, room }
  })
}

function together(calls: readonly (() => unknown)[]): unknown[] {
  try {
    const [first] = calls
    return calls.length === 1 ? [first?.()] : open().together(calls)
  } catch (error) {
    return calls.map(() => asJournalError(error, path))
  }
}
