import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Makes a token that nobody can guess: 32 random bytes. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Gives what is kept of a token. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Finds the entry of a token, comparing hashes in constant time. */
export function findByToken<Entry extends { readonly hash: string }>(
  entries: readonly Entry[],
  token: string,
): Entry | undefined {
  const wanted = Buffer.from(hashOf(token))
  return entries.find(({ hash }) => {
    const known = Buffer.from(hash)
    return known.length === wanted.length && timingSafeEqual(known, wanted)
  })
}
