import { crc32, inflateRawSync } from 'node:zlib'
import {
  MAX_ENTRIES,
  MAX_PART_BYTES,
  MAX_RATIO,
  MAX_UNPACKED_BYTES,
  MAX_XML_BYTES,
  RATIO_COUNTS_FROM_BYTES,
} from './statement-limits.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** One entry as the archive's directory names it. */
interface Entry {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly packed: number
  readonly unpacked: number
  readonly crc: number
  /** Where its own header begins. */
  readonly at: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL = 0x04034b50
const LOCAL_BYTES = 30
const STORED = 0
const MAX_COMMENT = 0xffff
/** Deflate and "stored": what Word writes. */
const METHODS = new Set([STORED, 8])

/**
 * A zip archive whose directory was found within bounds before a byte of it was unpacked (EX7). Invariants:
 * 1. No more entries, bytes and times its size come out of it than `statement-limits.ts` says.
 * 2. An entry is unpacked only when it is asked for by its exact name; names are never used as paths of this machine.
 */
export class Archive {
  readonly #bytes: Uint8Array
  readonly #entries: ReadonlyMap<string, Entry>
  #read = 0

  /** Throws UnreadableFile: no archive, damaged, encrypted, or more in it than it may hold. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    const entries = readDirectory(bytes)
    let total = 0
    for (const { unpacked, packed, isEncrypted, method } of entries) {
      if (isEncrypted) throw new UnreadableFile('encrypted')
      if (!METHODS.has(method)) throw new UnreadableFile('damaged')
      total += unpacked
      const isBomb = unpacked > RATIO_COUNTS_FROM_BYTES && unpacked > packed * MAX_RATIO
      if (isBomb || total > MAX_UNPACKED_BYTES) throw new UnreadableFile('too-much')
    }
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]))
    // Two entries of one name: readers differ in which one counts, and what was checked might not be what is read.
    if (this.#entries.size !== entries.length) throw new UnreadableFile('damaged')
  }

  /** Names of all entries. */
  get names(): readonly string[] {
    return [...this.#entries.keys()]
  }

  /** Unpacks one entry; null: there is none. Throws UnreadableFile. */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name)
    if (entry === undefined) return null
    this.#read += entry.unpacked
    if (entry.unpacked > MAX_PART_BYTES || this.#read > MAX_XML_BYTES) throw new UnreadableFile('too-much')
    const found = unpackEntry(this.#bytes, entry)
    if (found.length !== entry.unpacked || crc32(found) !== entry.crc) throw new UnreadableFile('damaged')
    return found
  }
}

/** Unpacks into no more room than the directory says, which was checked. */
function unpackEntry(bytes: Uint8Array, { at, packed, unpacked, method }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + LOCAL_BYTES > bytes.length || view.getUint32(at, true) !== LOCAL)
    throw new UnreadableFile('damaged')
  const start = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const content = bytes.subarray(start, start + packed)
  if (method === STORED) return content
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, unpacked) })
  } catch {
    throw new UnreadableFile('damaged')
  }
}

/** Reads the directory at the archive's end (APPNOTE 6.3.10, 4.3.12 and 4.3.16). */
function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  // 0xffff and 0xffffffff stand for the 64-bit form, which no statement needs.
  if (count > MAX_ENTRIES || at === 0xffffffff) throw new UnreadableFile('too-much')
  const decoder = new TextDecoder()
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY)
      throw new UnreadableFile('damaged')
    const nameBytes = view.getUint16(at + 28, true)
    entries.push({
      name: decoder.decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      crc: view.getUint32(at + 16, true),
      at: view.getUint32(at + 42, true),
    })
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT)
  for (let at = view.byteLength - END_BYTES; at >= first; at--)
    if (view.getUint32(at, true) === END) return at
  throw new UnreadableFile('damaged')
}
