import { type CookieOptions, type Request, Router } from 'express'
import { z } from 'zod'
import { MinutaError } from '../../shared/errors/errors.ts'
import { MAX_SIGN_IN_FAILURES, SIGN_IN_WINDOW_MS } from '../../shared/limits/http-limits.ts'
import type { Logger } from '../log/logger.ts'
import { memberName, NAME_RULE } from '../registry/member-name.ts'
import type { Registry } from '../registry/registry.ts'
import type { Meeting, Member } from '../registry/registry-shape.ts'
import { isSecure, requestSignIn, requireOrigin, signInCookie } from './caller.ts'
import { FailureLimit } from './failure-limit.ts'

const YEAR_MS = 365 * 24 * 3600 * 1000
const TOKEN = /^[A-Za-z0-9_-]{20,128}$/
const signInBody = z.object({
  token: z.string().regex(TOKEN),
  name: memberName.optional(),
  replace: z.boolean().optional(),
})

/** What the routes of signing in need. */
export interface SignInContext {
  readonly registry: Registry
  readonly publicUrl: string | undefined
  readonly now: () => number
  readonly log: Pick<Logger, 'info'>
}

/** Signing in by an invitation's token. Looking at an invitation uses nothing up: preview bots look too. */
export function signInRoutes(context: SignInContext): Router {
  const { registry, publicUrl, now, log } = context
  const failures = new FailureLimit(MAX_SIGN_IN_FAILURES, SIGN_IN_WINDOW_MS, now)
  const router = Router()
  router.get('/invitations/:token', (request, response) => {
    refuseGuesser(failures, request)
    const shown = counted(failures, request, () => invitationOf(context, String(request.params.token)))
    response.set('Cache-Control', 'no-store').json(shown)
  })
  router.post('/sign-in', async (request, response) => {
    requireOrigin(request, publicUrl)
    // Before anything is used up: a good link that is refused here is as good in a minute.
    refuseGuesser(failures, request)
    const body = signInBody.safeParse(request.body)
    if (!body.success)
      throw new MinutaError('bad-request', `A sign-in needs the token of an invitation. ${NAME_RULE}`)
    const current = requestSignIn(request, publicUrl)
    const signedIn = await registry.signIn({ ...body.data, now: now(), current })
    const { signIn, member } = counted(failures, request, () => {
      if (typeof signedIn === 'string') throw new MinutaError(signedIn)
      return signedIn
    })
    const { name, options } = cookieOf(request, publicUrl)
    response.cookie(name, signIn, { ...options, maxAge: YEAR_MS })
    response.json({ meeting: member.meeting, member: member.id })
  })
  router.get('/me', (request, response) => {
    const signIn = requestSignIn(request, publicUrl)
    const me = signIn === null ? [] : registry.memberships(signIn)
    if (me.length === 0) throw new MinutaError('signed-out')
    response.set('Cache-Control', 'no-store').json({ me: me.map((member) => membershipOf(registry, member)) })
  })
  router.post('/sign-out', async (request, response) => {
    requireOrigin(request, publicUrl)
    const signIn = requestSignIn(request, publicUrl)
    if (signIn !== null) {
      const ended = registry.memberships(signIn)
      await registry.signOut(signIn)
      for (const { meeting, id } of ended) log.info('Audit: signed out', { meeting, member: id, by: id })
    }
    const { name, options } = cookieOf(request, publicUrl)
    response.clearCookie(name, options).json({})
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
    mechanism: mechanismOf(meeting, member),
    ends,
  }
}

function mechanismOf({ mechanisms }: Meeting, { mechanism }: Member): Meeting['mechanisms'][string] | null {
  if (mechanism === null || !Object.hasOwn(mechanisms, mechanism)) return null
  return mechanisms[mechanism] ?? null
}

function membershipOf(registry: Registry, { meeting, ...rest }: Member): object {
  const { title, shortTitle, isSample } = registry.meeting(meeting) ?? {}
  const { id, name, role, mechanism, colour, topics } = rest
  return {
    meeting: { id: meeting, title, shortTitle, isSample },
    member: { id, name, role, mechanism, colour, topics },
  }
}

/** An address that guesses too often hears nothing else any more, until the window ends. */
function refuseGuesser(failures: FailureLimit, { ip }: Request): void {
  if (failures.isPast(ip ?? '')) throw new MinutaError('too-many')
}

/** Runs what may fail on a guessed token, and counts the guess. */
function counted<Answer>(failures: FailureLimit, { ip }: Request, answer: () => Answer): Answer {
  try {
    return answer()
  } catch (error) {
    if (error instanceof MinutaError && error.code === 'invitation-unknown') failures.count(ip ?? '')
    throw error
  }
}

function cookieOf(
  request: Request,
  publicUrl: string | undefined,
): { readonly name: string; readonly options: CookieOptions } {
  const secure = isSecure(request.protocol, publicUrl)
  // Lax: an invitation opened from a mail program must find the sign-in; another site's POST must not.
  return { name: signInCookie(secure), options: { httpOnly: true, sameSite: 'lax', secure, path: '/' } }
}
