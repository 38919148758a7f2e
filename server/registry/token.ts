import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 32 random bytes as base64url: nobody guesses it. Held by whoever was given it, and nowhere else. */
export type Token = string
/** What is stored of a token: its SHA-256, as base64url. It opens nothing. */
export type TokenHash = string

const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** Makes a token. */
export function newToken(): Token {
  return randomBytes(32).toString('base64url')
}

/** Tells whether text has the form of a token. */
export function isToken(value: unknown): value is Token {
  return typeof value === 'string' && TOKEN.test(value)
}

/** Gives what is stored of a token. */
export function hashOf(token: Token): TokenHash {
  return createHash('sha256').update(token).digest('base64url')
}

/** Finds what was stored under a token. Every entry is compared, each in constant time: how long it takes tells nothing. */
export function findByToken<T extends { readonly hash: TokenHash }>(
  entries: Iterable<T>,
  token: Token,
): T | null {
  const wanted = Buffer.from(hashOf(token))
  let found: T | null = null
  for (const entry of entries) {
    const stored = Buffer.from(entry.hash)
    if (stored.length === wanted.length && timingSafeEqual(stored, wanted)) found = entry
  }
  return found
}
