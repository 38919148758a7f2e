import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { benchFolder } from '../contenders/install-peers.ts'

/** A long document, as it came to be edit by edit. */
export interface History {
  readonly edits: number
  /** The state before the last edits. */
  readonly body: Uint8Array
  /** The last edits, one update each: what a journal holds after its newest snapshot. */
  readonly tail: readonly Uint8Array[]
  /** The whole state. */
  readonly state: Uint8Array
  readonly clientID: number
}

interface Trace {
  readonly txns: readonly { readonly patches: readonly (readonly [number, number, string])[] }[]
}

const CLIENT_ID = 2_718_281_828
/** Half of what Minuta writes between two snapshots. */
const TAIL_EDITS = 250

/** Replays a trace of single-character edits, or its beginning. That takes half a minute: the result is kept. */
export function readHistory(path: string, edits: number): History {
  const kept = join(benchFolder, `history-${edits}.bin`)
  if (!existsSync(kept)) {
    console.error(`Replaying ${edits} edits ...`)
    const trace = JSON.parse(gunzipSync(readFileSync(path)).toString()) as Trace
    mkdirSync(benchFolder, { recursive: true })
    writeFileSync(kept, joinParts(replay(trace, edits)))
  }
  const [body, ...tail] = splitParts(readFileSync(kept)) as [Uint8Array, ...Uint8Array[]]
  const doc = new Y.Doc()
  for (const update of [body, ...tail]) Y.applyUpdate(doc, update)
  return { edits, body, tail, state: Y.encodeStateAsUpdate(doc), clientID: CLIENT_ID }
}

function replay({ txns }: Trace, edits: number): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = CLIENT_ID
  const text = doc.getText('text')
  const parts: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => parts.push(update))
  const chosen = txns.slice(0, edits)
  for (const [index, { patches }] of chosen.entries()) {
    if (index === chosen.length - TAIL_EDITS) parts.splice(0, parts.length, Y.encodeStateAsUpdate(doc))
    doc.transact(() => {
      for (const [at, deleted, inserted] of patches) {
        if (deleted > 0) text.delete(at, deleted)
        if (inserted !== '') text.insert(at, inserted)
      }
    })
  }
  return parts
}

function joinParts(parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4)
      length.writeUInt32LE(part.length)
      return [length, part]
    }),
  )
}

function splitParts(joined: Buffer): Uint8Array[] {
  const parts: Uint8Array[] = []
  for (let at = 0; at < joined.length; ) {
    const length = joined.readUInt32LE(at)
    parts.push(joined.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return parts
}
