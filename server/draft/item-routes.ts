import { type Request, Router } from 'express'
import { z } from 'zod'
import { GENERAL_SECTION, ITEM_TYPES } from '../../shared/draft/draft-item.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import { isId } from '../../shared/ids/ids.ts'
import { type AccessContext, commandOf } from '../access/command-route.ts'
import type { Commands } from '../commands/commands.ts'
import { DraftItems } from './draft-items.ts'
import { parseBody } from './parse-body.ts'

const id = z.string().refine(isId, '1 to 64 letters, digits, "-" or "_"')
const place = {
  section: id.describe(`a topic's id, or "${GENERAL_SECTION}"`),
  after: id.nullable().describe('the item straight before it; null: it is the first of its section'),
}
const newItem = z.strictObject({ id, type: z.enum(ITEM_TYPES), ...place })
const newPlace = z.strictObject(place)

/** Commands on items of the draft: `/meetings/:meeting/items`. */
export function itemRoutes(context: AccessContext & { readonly commands: Commands }): Router {
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
  return router
}

function itemOf(request: Request): string {
  const { item } = request.params
  if (!isId(item)) throw new MinutaError('not-found', 'There is no such item in the draft.')
  return item
}
