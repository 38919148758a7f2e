import { UnreadableFile } from './unreadable-file.ts'

/** A text and how sure its encoding is. */
export interface DecodedText {
  readonly text: string
  /** The file does not say its encoding and it is not UTF-8: accents may have come out wrong. */
  readonly isGuessed: boolean
}

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** A text has some control signs at most; a picture or a program is full of them. */
const MAX_CONTROL_SHARE = 0.005

/**
 * Reads the bytes of a plain text: by its byte order mark, as UTF-8, as UTF-16 where every other byte is zero, and else
 * as Windows-1252, of which Latin-1 is a part. Throws UnreadableFile where it is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = MARKS.find(([sign]) => sign.every((byte, index) => bytes[index] === byte))
  const encoding = mark?.[1] ?? guessWide(bytes)
  if (encoding !== null) return { text: decode(bytes, encoding), isGuessed: false }
  const plain = tryDecode(bytes, 'utf-8')
  if (plain !== null) return { text: checked(plain), isGuessed: false }
  return { text: checked(decodeWestern(bytes)), isGuessed: true }
}

function decode(bytes: Uint8Array, encoding: string): string {
  const text = tryDecode(bytes, encoding)
  if (text === null) throw new UnreadableFile('damaged')
  return checked(text)
}

/** The 32 places in which Windows-1252 is not Latin-1 (WHATWG Encoding, index windows-1252). */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node 20 and 22 read Latin-1 when asked for Windows-1252 (nodejs/node#56542), and so lose every curly quote. */
function decodeWestern(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => WESTERN[sign.charCodeAt(0) - 0x80] ?? sign)
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without a mark: of Latin text one byte in two is zero, always on the same side. */
function guessWide(bytes: Uint8Array): string | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null
  const zeros = [0, 0]
  const looked = Math.min(bytes.length, 4096)
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = looked * 0.2
  if (odd > most && even === 0) return 'utf-16le'
  if (even > most && odd === 0) return 'utf-16be'
  return null
}

function checked(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text has none of these.
  const control = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0
  if (text.includes('\u0000') || control > text.length * MAX_CONTROL_SHARE) throw new UnreadableFile('format')
  return text
}
