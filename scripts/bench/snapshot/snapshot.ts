import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { projectRoot } from '../../setup/project-root.mjs'
import { machineLine } from '../report/machine.ts'
import { formatNumber, markdownTable, median } from '../report/table.ts'
import { readHistory } from '../sync/history.ts'

const ROUNDS = 9
const EDITS = 259_778
const TAILS = [0, 125, 250, 500, 1000, 2000]

type Encoding = 'V1' | 'V2'
const encode = { V1: Y.encodeStateAsUpdate, V2: Y.encodeStateAsUpdateV2 }
const apply = { V1: Y.applyUpdate, V2: Y.applyUpdateV2 }

/** What a stored room costs to open, by its snapshot's encoding and by the entries behind it (JR1). */
export async function snapshot(): Promise<number> {
  const trace = join(projectRoot, '../shared/traces/automerge-paper.json.gz')
  const { state } = readHistory(trace, EDITS)
  const doc = read('V1', [state])
  console.log(`${machineLine()}; ${formatNumber(EDITS, 0)} edits, medians of ${ROUNDS} interleaved rounds\n`)
  console.log(encodings(doc))
  console.log(`\n${tails(state, edits(doc))}`)
  return 0
}

function read(encoding: Encoding, updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) apply[encoding](doc, update)
  return doc
}

function encodings(doc: Y.Doc): string {
  const times = new Map<string, number[]>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const encoding of ['V1', 'V2'] as const) {
      const bytes = encode[encoding](doc)
      note(times, `write ${encoding}`, () => encode[encoding](doc))
      note(times, `read ${encoding}`, () => read(encoding, [bytes]))
    }
    const v2 = encode.V2(doc)
    note(times, 'V2 to V1', () => Y.convertUpdateFormatV2ToV1(v2))
  }
  const time = (key: string): string => formatNumber(median(times.get(key) ?? []), 1)
  return markdownTable(
    ['snapshot', 'bytes', 'gzip', 'write, ms', 'read, ms', 'ready to send, ms'],
    (['V1', 'V2'] as const).map((encoding) => {
      const bytes = encode[encoding](doc)
      const sent = encoding === 'V1' ? '0' : time('V2 to V1')
      const sizes = [bytes.length, gzipSync(bytes).length].map((size) => formatNumber(size, 0))
      return [encoding, ...sizes, time(`write ${encoding}`), time(`read ${encoding}`), sent]
    }),
  )
}

/** Single characters, each at another place, as a journal holds them. */
function edits(doc: Y.Doc): Uint8Array[] {
  const updates: Uint8Array[] = []
  const writer = read('V1', [encode.V1(doc)])
  writer.on('update', (update: Uint8Array) => updates.push(update))
  const text = writer.getText('text')
  for (let edit = 0; edit < Math.max(...TAILS); edit++) text.insert((edit * 7919) % text.length, 'x')
  return updates
}

function tails(state: Uint8Array, entries: readonly Uint8Array[]): string {
  const times = new Map<string, number[]>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const length of TAILS) {
      const tail = entries.slice(0, length)
      note(times, `one by one ${length}`, () => read('V1', [state, ...tail]))
      if (length > 0) note(times, `merged ${length}`, () => read('V1', [state, Y.mergeUpdates([...tail])]))
    }
  }
  const time = (key: string): string => formatNumber(median(times.get(key) ?? []), 1)
  return markdownTable(
    ['entries behind the snapshot', 'read one by one, ms', 'merged first, ms'],
    TAILS.map((length) => [
      String(length),
      time(`one by one ${length}`),
      length === 0 ? '–' : time(`merged ${length}`),
    ]),
  )
}

function note(times: Map<string, number[]>, key: string, work: () => unknown): void {
  const started = performance.now()
  work()
  times.set(key, [...(times.get(key) ?? []), performance.now() - started])
}
