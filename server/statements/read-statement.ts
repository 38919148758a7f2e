import type { Statement } from '../../shared/statements/statement.ts'
import { readDocx } from './docx/read-docx.ts'
import { readMarkdown } from './read-markdown.ts'
import { readText } from './read-text.ts'
import { MAX_STATEMENT_BLOCKS, MAX_STATEMENT_CHARS } from './statement-limits.ts'
import { UnreadableFile } from './unreadable-file.ts'

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** OLE2: Word before 2007, and any Office file under a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const PDF = [0x25, 0x50, 0x44, 0x46]
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66]

/**
 * Reads a file as a statement, by what it is; its name only tells Markdown from plain text. Throws UnreadableFile,
 * whatever the bytes.
 */
export function readStatement(bytes: Uint8Array, name: string): Statement {
  if (bytes.length === 0) throw new UnreadableFile('empty')
  const statement = readAs(bytes, name)
  const chars = statement.blocks.reduce(
    (sum, { runs }) => sum + runs.reduce((all, { text }) => all + text.length, 0),
    0,
  )
  if (chars > MAX_STATEMENT_CHARS || statement.blocks.length > MAX_STATEMENT_BLOCKS)
    throw new UnreadableFile('too-long')
  if (statement.blocks.length === 0) throw new UnreadableFile('empty')
  return statement
}

function readAs(bytes: Uint8Array, name: string): Statement {
  const begins = (sign: readonly number[]): boolean => sign.every((byte, index) => bytes[index] === byte)
  try {
    if (begins(ZIP)) return readDocx(bytes)
    if (begins(COMPOUND)) throw new UnreadableFile(isEncrypted(bytes) ? 'encrypted' : 'legacy')
    if (begins(PDF) || begins(RTF)) throw new UnreadableFile('format')
    if (/\.docx$/i.test(name)) throw new UnreadableFile('damaged')
    return /\.(md|markdown)$/i.test(name) ? readMarkdown(bytes) : readText(bytes)
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    // Too deep for the stack: no file that anybody wrote is.
    if (error instanceof RangeError) throw new UnreadableFile('too-much')
    throw error
  }
}

/** A file under a password keeps its content in a stream of this name, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
}
