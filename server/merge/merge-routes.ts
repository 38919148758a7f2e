import { Router } from 'express'
import { z } from 'zod'
import { type AccessContext, commandOf, readerOf } from '../access/command-route.ts'
import { parseBody } from '../draft/parse-body.ts'
import { id, mergeNumber, words } from './merge-bodies.ts'
import { type MergeContext, Merges } from './merges.ts'

/** Five topics of a thousand recommendations; a meeting of two days has some fifty. */
const MAX_CHOICES = 5000
const choices = z.strictObject({
  choices: z
    .array(
      z.strictObject({
        topic: id,
        passage: id,
        hash: z.string().max(300),
        item: id.optional(),
        take: z.boolean(),
        words: words.optional(),
      }),
    )
    .min(1)
    .max(MAX_CHOICES),
})

/** Merging notes into the draft: `/meetings/:meeting/merge`. */
export function mergeRoutes(context: AccessContext & MergeContext): Router {
  const merges = new Merges(context)
  const router = Router()
  router.post('/meetings/:meeting/merge/plan', async (request, response) => {
    const { principal } = readerOf(context, request)
    response.set('Cache-Control', 'no-store').json(await merges.plan(principal))
  })
  router.post('/meetings/:meeting/merge', async (request, response) => {
    const sender = commandOf(context, request)
    const body = parseBody(choices, request.body, 'A merge')
    response.json(await merges.apply(sender, body.choices))
  })
  router.post('/meetings/:meeting/merges/:merge/undo', async (request, response) => {
    const sender = commandOf(context, request)
    response.json(await merges.undo(sender, mergeNumber(request.params.merge)))
  })
  return router
}
