import { Router } from 'express'
import { z } from 'zod'
import { MinutaError } from '../../shared/errors/errors.ts'
import { isId } from '../../shared/ids/ids.ts'
import { type AccessContext, commandOf } from '../access/command-route.ts'
import { parseBody } from '../draft/parse-body.ts'
import { Combinations } from './combinations.ts'
import { charId, id, mergeNumber, words } from './merge-bodies.ts'
import type { MergeContext } from './merges.ts'

/** As many as say the same at a large meeting, and more. */
const MAX_PARENTS = 20
/** A text hash has 22 characters (`textHash`). */
const hash = z.string().regex(/^[\w-]{1,64}$/, 'a hash of the words, as the plan or the draft gives it')

const combining = z.strictObject({
  parents: z
    .array(z.union([z.strictObject({ item: id, hash }), z.strictObject({ topic: id, passage: id, hash })]))
    .min(2)
    .max(MAX_PARENTS),
  words: words.optional(),
  evenDecided: z.boolean(),
})

const split = z.strictObject({ before: charId.describe('the character that begins the second half'), id })

const pair = z.strictObject({
  decision: z.enum(['keep-both', 'not-alike']).nullable(),
  hashes: z.tuple([hash, hash]),
  items: z.tuple([id, id]).optional(),
})

/** Combining, taking apart, splitting: `/meetings/:meeting/combinations`, `…/items/:item/split`, `…/alike-pairs`. */
export function combineRoutes(context: AccessContext & Omit<MergeContext, 'rooms'>): Router {
  const combinations = new Combinations(context)
  const router = Router()
  router.post('/meetings/:meeting/combinations', async (request, response) => {
    const sender = commandOf(context, request)
    response.json(await combinations.combine(sender, parseBody(combining, request.body, 'A combination')))
  })
  router.post('/meetings/:meeting/combinations/:merge/take-apart', async (request, response) => {
    const sender = commandOf(context, request)
    response.json(await combinations.takeApart(sender, mergeNumber(request.params.merge)))
  })
  router.post('/meetings/:meeting/items/:item/split', async (request, response) => {
    const sender = commandOf(context, request)
    const { item } = request.params
    if (!isId(item)) throw new MinutaError('not-found', 'There is no such item in the draft.')
    const body = parseBody(split, request.body, 'A split')
    response.json(await combinations.split(sender, { ...body, item }))
  })
  router.post('/meetings/:meeting/alike-pairs', async (request, response) => {
    const sender = commandOf(context, request)
    response.json(await combinations.decidePair(sender, parseBody(pair, request.body, 'A decision')))
  })
  return router
}
