import { parentPort, workerData } from 'node:worker_threads'
import { asJournalError } from './open-database.ts'
import { SqliteStore } from './sqlite-store.ts'
import type { JournalCall, JournalReply, JournalRequest } from './worker-messages.ts'

// The journal's thread: a sync of the disk never stops the loop that serves people.

const { path, mayMake } = workerData as { path: string; mayMake: boolean }
const port = parentPort
let store: SqliteStore | null = null

function carryOut(call: JournalCall): unknown {
  store ??= new SqliteStore(path, mayMake)
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

port?.on('message', ({ id, call }: JournalRequest) => {
  let reply: JournalReply
  try {
    reply = { id, result: carryOut(call) }
  } catch (error) {
    const { fault, message, room } = asJournalError(error, path)
    reply = { id, fault, message, room }
  }
  port.postMessage(reply)
  if (call.do === 'close') port.close()
})
