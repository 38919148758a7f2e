import type { Request } from 'express'
import { MinutaError } from '../../shared/errors/errors.ts'
import { isId, type MeetingId } from '../../shared/ids/ids.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import type { MeetingFacts } from '../../shared/permissions/room-access.ts'
import type { Registry } from '../registry/registry.ts'
import { requestSignIn, requireOrigin } from './caller.ts'

/** What routes of a meeting need to know who asks. */
export interface AccessContext {
  readonly registry: Registry
  readonly publicUrl: string | undefined
}

/** Who reads something of a meeting. */
export interface Reader {
  readonly meeting: MeetingId
  readonly principal: MemberPrincipal
  readonly facts: MeetingFacts
}

/** Who sends a command, and under which key it is carried out once. */
export interface Commander extends Reader {
  readonly key: string
}

/** Says as whom the page sends it: the browser may be somebody else's by now. */
const MEMBER_HEADER = 'minuta-member'

/** An Idempotency-Key is made by the client, long enough that two never meet. */
const KEY = /^[A-Za-z0-9_-]{16,64}$/

/** Finds who reads, from a route with `:meeting`. Throws MinutaError; a meeting of others is not there. */
export function readerOf({ registry, publicUrl }: AccessContext, request: Request): Reader {
  const meeting = request.params['meeting']
  const signIn = requestSignIn(request, publicUrl)
  if (!isId(meeting)) throw new MinutaError('not-found')
  if (signIn === null || registry.memberships(signIn).length === 0) throw new MinutaError('signed-out')
  const principal = registry.principal(signIn, meeting as MeetingId)
  const facts = registry.facts(meeting as MeetingId)
  if (principal === null || facts === null) throw new MinutaError('not-found', 'There is no such meeting.')
  return { meeting: meeting as MeetingId, principal, facts }
}

/** Finds who sends a command. Throws MinutaError: another site's page, no sign-in, somebody else's page, no key. */
export function commandOf(context: AccessContext, request: Request): Commander {
  requireOrigin(request, context.publicUrl)
  const reader = readerOf(context, request)
  const sender = request.headers[MEMBER_HEADER]
  if (sender !== undefined && sender !== reader.principal.member)
    throw new MinutaError('signed-out', 'Somebody else is signed in to this meeting here now.')
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !KEY.test(key))
    throw new MinutaError(
      'bad-request',
      'A command needs the header Idempotency-Key: 16 to 64 letters or digits.',
    )
  return { ...reader, key }
}
