import type { IncomingMessage } from 'node:http'
import type { Request } from 'express'
import { MinutaError } from '../../shared/errors/errors.ts'

/** The cookie that holds a sign-in's token, on plain http. */
export const SIGN_IN_COOKIE = 'minuta'
/** The same on https: a browser takes this name only from this very host over https, so no subdomain can plant it. */
export const SECURE_SIGN_IN_COOKIE = '__Host-minuta'

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,128})$/

type Headers = Pick<IncomingMessage, 'headers'>

/**
 * Tells whether the browser's side of a request is https. With a public address on https it is, whatever the proxy
 * says of the last stretch; a browser that comes past it by plain http then keeps no cookie, and is not signed in.
 */
export function isSecure(scheme: string, publicUrl: string | undefined): boolean {
  return scheme === 'https' || publicUrl?.startsWith('https:') === true
}

/** Gives the name of the sign-in's cookie. One of the two counts: the plain one could be planted on an https site. */
export function signInCookie(secure: boolean): string {
  return secure ? SECURE_SIGN_IN_COOKIE : SIGN_IN_COOKIE
}

/** Gives the sign-in token a request carries: a script's bearer token, or a browser's cookie; null when none. */
export function signInOf({ headers }: Headers, secure: boolean): string | null {
  // A request that names a token, well or badly formed, is a script's: its cookie counts for nothing.
  if (headers.authorization !== undefined) return BEARER.exec(headers.authorization)?.[1] ?? null
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=')
    if (name === signInCookie(secure) && value !== undefined && /^[A-Za-z0-9_-]{20,128}$/.test(value))
      return value
  }
  return null
}

/** Gives the sign-in token of a request that Express has taken. */
export function requestSignIn(request: Request, publicUrl: string | undefined): string | null {
  return signInOf(request, isSecure(request.protocol, publicUrl))
}

/**
 * Tells whether a request may change something or open a socket (design §9): a browser's from this very site, scheme
 * and all, or a script's, which sends no Origin but names its token. A cookie alone proves nothing: any page can make
 * it be sent.
 */
export function originAllowed({ headers }: Headers, scheme: string, publicUrl: string | undefined): boolean {
  const { origin, host } = headers
  if (origin === undefined) return BEARER.test(headers.authorization ?? '')
  if (publicUrl !== undefined && origin === publicUrl) return true
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  return url.host === host && url.protocol === `${scheme}:`
}

/** Refuses what comes from another site. */
export function requireOrigin(request: Request, publicUrl: string | undefined): void {
  if (!originAllowed(request, request.protocol, publicUrl)) throw new MinutaError('origin-refused')
}
