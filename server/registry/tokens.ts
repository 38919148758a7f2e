import { createHash, randomBytes } from 'node:crypto'

/** Makes a token that nobody can guess: 32 random bytes. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Gives what is kept of a token. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/**
 * Finds entries by the hash of their token. The look-up may take as long as it likes: what its time tells is about the
 * hash, and nobody can choose a token by its SHA-256.
 */
export function byHash<Entry extends { readonly hash: string }>(
  entries: readonly Entry[],
): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.hash, entry]))
}
