import { Router } from 'express'
import { nanoid } from 'nanoid'
import { z } from 'zod'
import { MinutaError } from '../../shared/errors/errors.ts'
import { can } from '../../shared/permissions/can.ts'
import { ROLES } from '../../shared/permissions/principal.ts'
import type { Logger } from '../log/logger.ts'
import { makeLink } from '../meetings/invitation-links.ts'
import { memberName, NAME_RULE } from '../registry/member-name.ts'
import type { Registry } from '../registry/registry.ts'
import type { Meeting, Member } from '../registry/registry-shape.ts'
import { isOperator } from './operator-key.ts'

const inviteBody = z.strictObject({
  meeting: z.string(),
  role: z.enum(ROLES),
  name: memberName.optional(),
  mechanism: z.string().optional(),
  topics: z.array(z.string()).optional(),
})

/** What the operator's routes need. */
export interface OperatorContext {
  readonly registry: Registry
  readonly key: () => string
  /** What links begin with. */
  readonly base: () => string
  readonly now: () => number
  readonly log: Pick<Logger, 'info'>
}

/** The operator's commands. The key decides, not the address that the call came from (design §11). */
export function operatorRoutes({ registry, key, base, now, log }: OperatorContext): Router {
  const router = Router()
  router.use('/operator', (request, _response, next) => {
    if (!isOperator(request.headers.authorization, key()))
      throw new MinutaError('forbidden', 'The operator’s key is wrong.')
    next()
  })
  router.post('/operator/invitations', async (request, response) => {
    const body = inviteBody.safeParse(request.body)
    if (!body.success) throw new MinutaError('bad-request', faultOf(body.error))
    const { meeting: id, ...wanted } = body.data
    const meeting = registry.meeting(id)
    if (meeting === null)
      throw new MinutaError(
        'not-found',
        `There is no meeting ${id}. There are: ${registry.meetings().join(', ')}.`,
      )
    if (!can({ kind: 'operator' }, 'invite', { meeting: id as never, phase: meeting.phase }))
      throw new MinutaError('forbidden')
    const member = await memberFor(registry, id, meeting, wanted)
    const link = await makeLink(registry, id, member, base(), now())
    const { role } = wanted
    log.info('Audit: invited', { meeting: id, member, role, ends: link.ends, by: 'operator' })
    response.set('Cache-Control', 'no-store').json(link)
  })
  return router
}

function faultOf({ issues }: z.ZodError): string {
  const isName = issues.some(({ path }) => path[0] === 'name')
  return isName ? NAME_RULE : `Say a meeting and a role: ${ROLES.join(', ')}.`
}

/** Finds whom an invitation is for: the member of this name and role; without a name the only chair; else a new one. */
async function memberFor(
  registry: Registry,
  meetingId: string,
  meeting: Meeting,
  {
    role,
    name,
    mechanism = null,
    topics = [],
  }: Omit<z.infer<typeof inviteBody>, 'meeting' | 'mechanism'> & { mechanism?: string | null | undefined },
): Promise<string> {
  const strayTopic = topics.find((topic) => !Object.hasOwn(meeting.topics, topic))
  if (strayTopic !== undefined) throw new MinutaError('bad-request', `There is no topic ${strayTopic}.`)
  if (mechanism !== null && !Object.hasOwn(meeting.mechanisms, mechanism))
    throw new MinutaError('bad-request', `There is no mechanism ${mechanism}.`)
  const members = registry.members(meetingId)
  const ofRole = members.filter((member) => member.role === role)
  const known =
    name === undefined
      ? role === 'chair'
        ? ofRole[0]
        : undefined
      : ofRole.find((member) => member.name === name)
  if (known !== undefined) return known.id
  if (name === undefined) throw new MinutaError('bad-request', 'Say a name: --name "A. Kaya".')
  const id = nanoid()
  const member: Member = {
    id,
    meeting: meetingId,
    name,
    role,
    mechanism,
    topics: [...topics],
    colour: members.length,
  }
  await registry.addMember(member)
  return id
}
