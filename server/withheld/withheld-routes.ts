import { type Request, Router } from 'express'
import { MinutaError } from '../../shared/errors/errors.ts'
import { isId } from '../../shared/ids/ids.ts'
import { type AccessContext, commandOf } from '../access/command-route.ts'
import type { Commands } from '../commands/commands.ts'
import { parseBody } from '../draft/parse-body.ts'
import { WithheldPassages } from './withheld.ts'
import { newWithheld } from './withheld-bodies.ts'

/** What routes of sensitive passages work with. */
interface WithheldContext extends AccessContext {
  readonly commands: Commands
}

/** Sensitive passages: `/meetings/:meeting/topics/:topic/withheld`. */
export function withheldRoutes(context: WithheldContext): Router {
  const passages = new WithheldPassages(context.commands, context.registry)
  const router = Router()
  router.post('/meetings/:meeting/topics/:topic/withheld', async (request, response) => {
    const sender = commandOf(context, request)
    const body = parseBody(newWithheld, request.body, 'A sensitive passage')
    response.json(await passages.withhold(sender, idIn(request, 'topic'), body))
  })
  router.delete('/meetings/:meeting/topics/:topic/withheld/:passage', async (request, response) => {
    const sender = commandOf(context, request)
    response.json(await passages.putBack(sender, idIn(request, 'topic'), idIn(request, 'passage')))
  })
  return router
}

function idIn(request: Request, name: 'topic' | 'passage'): string {
  const id = request.params[name]
  if (!isId(id)) throw new MinutaError('not-found', `There is no such ${name} here.`)
  return id
}
