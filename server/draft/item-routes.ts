import { type Request, Router } from 'express'
import { z } from 'zod'
import { GENERAL_SECTION, ITEM_TYPES } from '../../shared/draft/draft-item.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import { isId } from '../../shared/ids/ids.ts'
import { type AccessContext, commandOf } from '../access/command-route.ts'
import type { Commands } from '../commands/commands.ts'
import { setAlternative } from './alternatives.ts'
import { noteWhoAsked } from './bracket-facts.ts'
import { DraftItems } from './draft-items.ts'
import { changeType } from './item-type.ts'
import { parseBody } from './parse-body.ts'

const id = z.string().refine(isId, '1 to 64 letters, digits, "-" or "_"')
const place = {
  section: id.describe(`a topic's id, or "${GENERAL_SECTION}"`),
  after: id.nullable().describe('the item straight before it; null: it is the first of its section'),
}
const newItem = z.strictObject({
  id,
  type: z.enum(ITEM_TYPES),
  ...place,
  alternativeOf: id.nullable().default(null).describe('the recommendation that it is another version of'),
})
const newPlace = z.strictObject(place)
const newType = z.strictObject({ type: z.enum(ITEM_TYPES) })
const alternative = z.strictObject({ of: id.nullable().describe('null: it stands for itself again') })
const asked = z.strictObject({
  mechanism: id,
  asks: z.boolean().describe('false: it is taken off the list'),
})

/** Commands on items of the draft: `/meetings/:meeting/items`. */
export function itemRoutes(context: ItemContext): Router {
  const items = new DraftItems(context.commands, context.registry)
  const router = Router()
  router.post('/meetings/:meeting/items', async (request, response) => {
    const sender = commandOf(context, request)
    response.json(await items.create(sender, parseBody(newItem, request.body, 'A new item')))
  })
  router.post('/meetings/:meeting/items/:item/move', async (request, response) => {
    const sender = commandOf(context, request)
    response.json(await items.move(sender, itemOf(request), parseBody(newPlace, request.body, 'A place')))
  })
  router.delete('/meetings/:meeting/items/:item', async (request, response) => {
    response.json(await items.remove(commandOf(context, request), itemOf(request)))
  })
  router.post('/meetings/:meeting/items/:item/restore', async (request, response) => {
    response.json(await items.restore(commandOf(context, request), itemOf(request)))
  })
  router.post('/meetings/:meeting/items/:item/type', async (request, response) => {
    const { type } = parseBody(newType, request.body, 'A type')
    response.json(await changeType(context, commandOf(context, request), itemOf(request), type))
  })
  router.patch('/meetings/:meeting/items/:item/alternative', async (request, response) => {
    const { of } = parseBody(alternative, request.body, 'An alternative')
    response.json(await setAlternative(context, commandOf(context, request), itemOf(request), of))
  })
  router.patch('/meetings/:meeting/items/:item/brackets/:bracket', async (request, response) => {
    const who = parseBody(asked, request.body, 'Who asked for brackets')
    const brackets = { item: itemOf(request), bracket: bracketOf(request) }
    response.json(await noteWhoAsked(context, commandOf(context, request), brackets, who))
  })
  return router
}

/** What routes of items work with. */
interface ItemContext extends AccessContext {
  readonly commands: Commands
}

function bracketOf(request: Request): string {
  const { bracket } = request.params
  if (!isId(bracket)) throw new MinutaError('not-found', 'There are no such brackets in the draft.')
  return bracket
}

function itemOf(request: Request): string {
  const { item } = request.params
  if (!isId(item)) throw new MinutaError('not-found', 'There is no such item in the draft.')
  return item
}
