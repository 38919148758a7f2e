import type { IncomingMessage } from 'node:http'
import { MinutaError } from '../../shared/errors/errors.ts'

/** The cookie that holds a sign-in's token. */
export const SIGN_IN_COOKIE = 'minuta'

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,128})$/

/** Gives the sign-in token a request carries: a script's bearer token, or a browser's cookie; null when none. */
export function signInOf({ headers }: Pick<IncomingMessage, 'headers'>): string | null {
  // A request that names a token, well or badly formed, is a script's: its cookie counts for nothing.
  if (headers.authorization !== undefined) return BEARER.exec(headers.authorization)?.[1] ?? null
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=')
    if (name === SIGN_IN_COOKIE && value !== undefined && /^[A-Za-z0-9_-]{20,128}$/.test(value)) return value
  }
  return null
}

/**
 * Tells whether a request may change something or open a socket (design §9): a browser's from this very site, or a
 * script's, which sends no Origin but names its token. A cookie alone proves nothing: any page can make it be sent.
 */
export function originAllowed(
  { headers }: Pick<IncomingMessage, 'headers'>,
  publicUrl: string | undefined,
): boolean {
  const { origin, host } = headers
  if (origin === undefined) return BEARER.test(headers.authorization ?? '')
  if (publicUrl !== undefined && origin === publicUrl) return true
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}

/** Refuses what comes from another site. */
export function requireOrigin(
  request: Pick<IncomingMessage, 'headers'>,
  publicUrl: string | undefined,
): void {
  if (!originAllowed(request, publicUrl)) throw new MinutaError('origin-refused')
}
