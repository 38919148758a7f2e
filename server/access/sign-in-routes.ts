import { type CookieOptions, type Request, Router } from 'express'
import { z } from 'zod'
import { MinutaError } from '../../shared/errors/errors.ts'
import type { Registry } from '../registry/registry.ts'
import { requireOrigin, SIGN_IN_COOKIE, signInOf } from './caller.ts'

const YEAR_MS = 365 * 24 * 3600 * 1000
const signInBody = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{20,128}$/) })

/** What the routes of signing in need. */
export interface SignInContext {
  readonly registry: Registry
  readonly publicUrl: string | undefined
  readonly now: () => number
}

/** Signing in by an invitation's token. Looking at an invitation uses nothing up: preview bots look too. */
export function signInRoutes({ registry, publicUrl, now }: SignInContext): Router {
  const router = Router()
  router.get('/invitations/:token', (request, response) => {
    const invited = registry.invitation(String(request.params.token), now())
    if (typeof invited === 'string') throw new MinutaError(invited)
    const { meeting, member } = invited
    const { name, role, mechanism } = member
    response.set('Cache-Control', 'no-store')
    response.json({ meeting: { id: meeting.id, title: meeting.title }, name, role, mechanism })
  })
  router.post('/sign-in', async (request, response) => {
    requireOrigin(request, publicUrl)
    const body = signInBody.safeParse(request.body)
    if (!body.success) throw new MinutaError('bad-request', 'A sign-in needs the token of an invitation.')
    const signedIn = await registry.signIn(body.data.token, now())
    if (typeof signedIn === 'string') throw new MinutaError(signedIn)
    response.cookie(SIGN_IN_COOKIE, signedIn.signIn, { ...cookieOptions(request), maxAge: YEAR_MS })
    response.json({ me: [signedIn.member] })
  })
  router.get('/me', (request, response) => {
    const signIn = signInOf(request)
    const me = signIn === null ? [] : registry.memberships(signIn)
    if (me.length === 0) throw new MinutaError('signed-out')
    response.set('Cache-Control', 'no-store').json({ me })
  })
  router.post('/sign-out', async (request, response) => {
    requireOrigin(request, publicUrl)
    const signIn = signInOf(request)
    if (signIn !== null) await registry.signOut(signIn)
    response.clearCookie(SIGN_IN_COOKIE, cookieOptions(request)).json({})
  })
  return router
}

// Lax: an invitation opened from a mail program must find the sign-in; another site's POST must not.
function cookieOptions(request: Request): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' }
}
