import { type Request, Router } from 'express'
import { z } from 'zod'
import { MinutaError } from '../../shared/errors/errors.ts'
import { isId } from '../../shared/ids/ids.ts'
import { can } from '../../shared/permissions/can.ts'
import type { Action } from '../../shared/permissions/policy.ts'
import { PHASES, ROLES } from '../../shared/permissions/principal.ts'
import { requireOrigin } from '../access/caller.ts'
import { type AccessContext, type Reader, readerOf } from '../access/command-route.ts'
import type { Logger } from '../log/logger.ts'
import type { Invitation, Member } from '../registry/registry-shape.ts'
import { type LinkAddresses, linkBase, makeLink } from './invitation-links.ts'

const phaseBody = z.strictObject({ phase: z.enum(PHASES) })
const memberBody = z
  .strictObject({
    role: z.enum(ROLES).optional(),
    topics: z.array(z.string().refine(isId)).max(200).optional(),
  })
  .refine(({ role, topics }) => role !== undefined || topics !== undefined)

/** What the set-up of a meeting needs. */
export interface MeetingContext extends AccessContext {
  readonly now: () => number
  readonly addresses: () => LinkAddresses
  /** Who changed what a person may do is said there, by ids alone. */
  readonly log: Pick<Logger, 'info'>
}

/** The chair's routes: phase, members, invitations, signing out. All of it is the registry's (JR6). */
export function meetingRoutes(context: MeetingContext): Router {
  const { registry, publicUrl, now, addresses } = context
  const router = Router()
  router.get('/meetings/:meeting/invitations', (request, response) => {
    const { meeting } = allow('invite', readerOf(context, request))
    const invitations = registry.invitations(meeting).map((each) => shown(each, now()))
    response.set('Cache-Control', 'no-store').json({ invitations })
  })
  router.post('/meetings/:meeting/members/:member/invitation', async (request, response) => {
    const reader = writer(context, request, 'invite')
    const member = String(request.params.member)
    const base = linkBase(addresses(), publicUrl, request)
    const link = await makeLink(registry, reader.meeting, member, base, now())
    audit(context, reader, 'invited', { member, ends: link.ends })
    response.set('Cache-Control', 'no-store').json(link)
  })
  router.post('/meetings/:meeting/members/:member/invitation/revoke', async (request, response) => {
    const reader = writer(context, request, 'invite')
    const member = knownMember(context, reader, request)
    await registry.revoke(reader.meeting, member)
    audit(context, reader, 'invitations revoked', { member })
    response.json({})
  })
  router.post('/meetings/:meeting/members/:member/sign-out', async (request, response) => {
    // Like inviting, in every phase: a device that was lost after the meeting must not read the archive.
    const reader = writer(context, request, 'invite')
    const member = knownMember(context, reader, request)
    await registry.endSignIns(reader.meeting, member)
    audit(context, reader, 'signed out', { member })
    response.json({})
  })
  router.patch('/meetings/:meeting', async (request, response) => {
    const reader = writer(context, request, 'set-phase')
    const body = phaseBody.safeParse(request.body)
    if (!body.success) throw new MinutaError('bad-request', `A phase is one of ${PHASES.join(', ')}.`)
    const { phase } = body.data
    await registry.setPhase(reader.meeting, phase)
    audit(context, reader, 'phase set', { from: reader.facts.phase, phase })
    response.json({})
  })
  router.patch('/meetings/:meeting/members/:member', async (request, response) => {
    const reader = writer(context, request, 'set-up')
    const member = knownMember(context, reader, request)
    const change = await changeMember(context, reader, member, request.body)
    audit(context, reader, 'member changed', { member, ...change })
    response.json({})
  })
  return router
}

/** Leaves a line about a change of rights: what, and who did it. Ids only, no names, no tokens. */
function audit(
  { log }: MeetingContext,
  { meeting, principal }: Reader,
  what: string,
  detail: Readonly<Record<string, unknown>>,
): void {
  log.info(`Audit: ${what}`, { meeting, ...detail, by: principal.member })
}

function knownMember({ registry }: MeetingContext, { meeting }: Reader, request: Request): string {
  const id = String(request.params['member'])
  if (registry.member(meeting, id) === null) throw new MinutaError('not-found', 'There is no such member.')
  return id
}

async function changeMember(
  { registry }: MeetingContext,
  { meeting, facts }: Reader,
  id: string,
  body: unknown,
): Promise<Partial<Pick<Member, 'role' | 'topics'>>> {
  const parsed = memberBody.safeParse(body)
  if (!parsed.success)
    throw new MinutaError('bad-request', `A member has a role (${ROLES.join(', ')}) and topics.`)
  const { role, topics } = parsed.data
  const stray = topics?.find((topic) => !facts.topics.has(topic))
  if (stray !== undefined) throw new MinutaError('bad-request', `There is no topic ${stray}.`)
  const change = { ...(role === undefined ? {} : { role }), ...(topics === undefined ? {} : { topics }) }
  if (!(await registry.changeMember(meeting, id, change)))
    throw new MinutaError('conflict', 'A meeting needs a chair. Make somebody else the chair first.')
  return change
}

function writer(context: MeetingContext, request: Request, action: Action): Reader {
  requireOrigin(request, context.publicUrl)
  return allow(action, readerOf(context, request))
}

function allow(action: Action, reader: Reader): Reader {
  const { meeting, phase } = reader.facts
  if (!can(reader.principal, action, { meeting, phase })) throw new MinutaError('forbidden')
  return reader
}

function shown(
  { member, madeAt, ends, uses, usesLeft, firstUsedAt, revoked }: Omit<Invitation, 'hash'>,
  now: number,
): object {
  const state = revoked ? 'revoked' : usesLeft <= 0 ? 'used' : ends <= now ? 'ended' : 'open'
  return { member, madeAt, ends, uses, usesLeft, firstUsedAt, state }
}
