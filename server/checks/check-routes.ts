import { type Request, Router } from 'express'
import { MinutaError } from '../../shared/errors/errors.ts'
import { isId } from '../../shared/ids/ids.ts'
import { type AccessContext, commandOf, readerOf } from '../access/command-route.ts'
import type { Commands } from '../commands/commands.ts'
import { parseBody } from '../draft/parse-body.ts'
import type { Rooms } from '../sync/rooms.ts'
import { decision, newCheck, newCorrection, refusal } from './check-bodies.ts'
import { Checks } from './checks.ts'
import { Corrections } from './corrections.ts'
import { readChecks } from './read-checks.ts'

/** What routes of checks work with. */
interface CheckContext extends AccessContext {
  readonly commands: Commands
  readonly rooms: Rooms
}

const TOPIC = '/meetings/:meeting/topics/:topic'

/** Mechanisms check their own words: `/meetings/:meeting/topics/:topic/{checks,corrections}`. */
export function checkRoutes(context: CheckContext): Router {
  const checks = new Checks(context.commands, context.registry)
  const router = Router()
  router.get(`${TOPIC}/checks`, async (request, response) => {
    const { principal } = readerOf(context, request)
    response.set('Cache-Control', 'no-store').json(await readChecks(context, principal, topicOf(request)))
  })
  router.post(`${TOPIC}/checks`, async (request, response) => {
    const sender = commandOf(context, request)
    const body = parseBody(newCheck, request.body, 'A confirmation')
    response.json(await checks.confirm(sender, topicOf(request), body))
  })
  router.delete(`${TOPIC}/checks/:lead/:mechanism`, async (request, response) => {
    const sender = commandOf(context, request)
    const [lead, mechanism] = [idIn(request, 'lead'), idIn(request, 'mechanism')]
    response.json(await checks.takeBack(sender, topicOf(request), lead, mechanism))
  })
  addCorrections(router, context)
  return router
}

function addCorrections(router: Router, context: CheckContext): void {
  const corrections = new Corrections(context.commands, context.registry)
  const correction = `${TOPIC}/corrections/:correction`
  router.post(`${TOPIC}/corrections`, async (request, response) => {
    const sender = commandOf(context, request)
    const body = parseBody(newCorrection, request.body, 'A correction')
    response.json(await corrections.propose(sender, topicOf(request), body))
  })
  router.post(`${correction}/accept`, async (request, response) => {
    const sender = commandOf(context, request)
    const { reason } = parseBody(decision, request.body ?? {}, 'Accepting a correction')
    response.json(await corrections.accept(sender, topicOf(request), idIn(request, 'correction'), reason))
  })
  router.post(`${correction}/decline`, async (request, response) => {
    const sender = commandOf(context, request)
    const { reason } = parseBody(refusal, request.body, 'Declining a correction')
    response.json(await corrections.decline(sender, topicOf(request), idIn(request, 'correction'), reason))
  })
  router.post(`${correction}/withdraw`, async (request, response) => {
    const sender = commandOf(context, request)
    const { reason } = parseBody(decision, request.body ?? {}, 'Withdrawing a correction')
    response.json(await corrections.withdraw(sender, topicOf(request), idIn(request, 'correction'), reason))
  })
}

function topicOf(request: Request): string {
  const { topic } = request.params
  if (!isId(topic)) throw new MinutaError('not-found', 'There is no such topic in this meeting.')
  return topic
}

function idIn(request: Request, name: 'lead' | 'mechanism' | 'correction'): string {
  const id = request.params[name]
  if (!isId(id)) throw new MinutaError('not-found')
  return id
}
