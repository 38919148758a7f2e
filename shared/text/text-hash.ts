import { toBase64UrlEncoded } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'

/**
 * Gives 22 characters that tell texts apart (128 bits of SHA-256), the same in every place. Runs without WebCrypto,
 * which browsers withhold on plain http.
 */
export function textHash(text: string): string {
  return toBase64UrlEncoded(digest(new TextEncoder().encode(text)).slice(0, 16))
}
