import { sha256 } from './sha256.ts'

const DIGITS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_', (digit) =>
  digit.charCodeAt(0),
)
/** Of the hash that is being written; used again for each. */
const digits: number[] = Array.from({ length: 22 }, () => 0)

/**
 * Gives 22 characters that tell texts apart (128 bits of SHA-256 in base64url), the same in every place. Runs without
 * WebCrypto, which browsers withhold on plain http.
 */
export function textHash(text: string): string {
  const words = sha256(text)
  let held = 0
  let bits = 0
  let length = 0
  for (let place = 0; place < 8; place++) {
    // Half a word at a time, so that what is held stays a small number.
    const half = ((words[place >> 1] as number) >>> (place % 2 === 0 ? 16 : 0)) & 0xffff
    held = ((held & 0x3f) << 16) | half
    bits += 16
    for (; bits >= 6; bits -= 6) digits[length++] = DIGITS[(held >>> (bits - 6)) & 0x3f] as number
  }
  digits[length] = DIGITS[(held << (6 - bits)) & 0x3f] as number
  return String.fromCharCode(...digits)
}
