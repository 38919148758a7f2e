import { type CookieOptions, type Request, Router } from 'express'
import { z } from 'zod'
import { MinutaError } from '../../shared/errors/errors.ts'
import { MAX_NAME_CHARS, MAX_SIGN_IN_FAILURES, SIGN_IN_WINDOW_MS } from '../../shared/limits/http-limits.ts'
import type { Registry } from '../registry/registry.ts'
import type { Member } from '../registry/registry-shape.ts'
import { requireOrigin, SIGN_IN_COOKIE, signInOf } from './caller.ts'
import { FailureLimit } from './failure-limit.ts'

const YEAR_MS = 365 * 24 * 3600 * 1000
const TOKEN = /^[A-Za-z0-9_-]{20,128}$/
const signInBody = z.object({
  token: z.string().regex(TOKEN),
  name: z.string().trim().min(1).max(MAX_NAME_CHARS).optional(),
  replace: z.boolean().optional(),
})

/** What the routes of signing in need. */
export interface SignInContext {
  readonly registry: Registry
  readonly publicUrl: string | undefined
  readonly now: () => number
}

/** Signing in by an invitation's token. Looking at an invitation uses nothing up: preview bots look too. */
export function signInRoutes(context: SignInContext): Router {
  const { registry, publicUrl, now } = context
  const failures = new FailureLimit(MAX_SIGN_IN_FAILURES, SIGN_IN_WINDOW_MS, now)
  const router = Router()
  router.get('/invitations/:token', (request, response) => {
    limited(failures, request, () => {
      response.set('Cache-Control', 'no-store').json(invitationOf(context, String(request.params.token)))
    })
  })
  router.post('/sign-in', async (request, response) => {
    requireOrigin(request, publicUrl)
    const body = signInBody.safeParse(request.body)
    if (!body.success)
      throw new MinutaError(
        'bad-request',
        'A sign-in needs the token of an invitation, and a name of 1 to 80 characters if any.',
      )
    const current = signInOf(request)
    const signedIn = await registry.signIn({ ...body.data, now: now(), current })
    limited(failures, request, () => {
      if (typeof signedIn === 'string') throw new MinutaError(signedIn)
      response.cookie(SIGN_IN_COOKIE, signedIn.signIn, { ...cookieOptions(request), maxAge: YEAR_MS })
      response.json({ meeting: signedIn.member.meeting, member: signedIn.member.id })
    })
  })
  router.get('/me', (request, response) => {
    const signIn = signInOf(request)
    const me = signIn === null ? [] : registry.memberships(signIn)
    if (me.length === 0) throw new MinutaError('signed-out')
    response.set('Cache-Control', 'no-store').json({ me: me.map((member) => membershipOf(registry, member)) })
  })
  router.post('/sign-out', async (request, response) => {
    requireOrigin(request, publicUrl)
    const signIn = signInOf(request)
    if (signIn !== null) await registry.signOut(signIn)
    response.clearCookie(SIGN_IN_COOKIE, cookieOptions(request)).json({})
  })
  return router
}

function invitationOf({ registry, now }: SignInContext, token: string): object {
  const invited = registry.invitation(token, now())
  if (typeof invited === 'string') {
    const endedAt = invited === 'invitation-ended' ? registry.invitationEnd(token) : null
    throw new MinutaError(invited, undefined, endedAt === null ? {} : { endedAt })
  }
  const { meeting, member, ends } = invited
  const { id, title, shortTitle, form, place, startsOn, endsOn, timeZone, isSample } = meeting
  return {
    meeting: { id, title, shortTitle, form, place, startsOn, endsOn, timeZone, isSample },
    member: { name: member.name, role: member.role },
    mechanism: member.mechanism === null ? null : (meeting.mechanisms[member.mechanism] ?? null),
    ends,
  }
}

function membershipOf(registry: Registry, { meeting, ...rest }: Member): object {
  const { title, shortTitle, isSample } = registry.meeting(meeting) ?? {}
  const { id, name, role, mechanism, colour, topics } = rest
  return {
    meeting: { id: meeting, title, shortTitle, isSample },
    member: { id, name, role, mechanism, colour, topics },
  }
}

/** Runs an answer that may fail on a guessed token; an address that fails too often hears nothing else any more. */
function limited(failures: FailureLimit, request: Request, answer: () => void): void {
  const address = request.ip ?? ''
  if (failures.isPast(address)) throw new MinutaError('too-many')
  try {
    answer()
  } catch (error) {
    if (error instanceof MinutaError && error.code === 'invitation-unknown') failures.count(address)
    throw error
  }
}

// Lax: an invitation opened from a mail program must find the sign-in; another site's POST must not.
function cookieOptions(request: Request): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' }
}
