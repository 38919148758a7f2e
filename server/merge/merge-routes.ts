import { Router } from 'express'
import { z } from 'zod'
import { MinutaError } from '../../shared/errors/errors.ts'
import { isId } from '../../shared/ids/ids.ts'
import { type AccessContext, commandOf, readerOf } from '../access/command-route.ts'
import { parseBody } from '../draft/parse-body.ts'
import { type MergeContext, Merges } from './merges.ts'

/** Five topics of a thousand recommendations; a meeting of two days has some fifty. */
const MAX_CHOICES = 5000
/** A recommendation of several pages. */
const MAX_WORDS_CHARS = 20_000

const id = z.string().refine(isId, '1 to 64 letters, digits, "-" or "_"')

// Half of a surrogate pair can't be stored: Yjs would keep another sign than the one that was sent.
const words = z
  .string()
  .max(MAX_WORDS_CHARS)
  .refine((text) => !/\p{Surrogate}/u.test(text), 'half a character')
  .refine((text) => text.trim() !== '', 'a recommendation needs words')

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
    const { merge } = request.params
    if (!/^[1-9]\d{0,8}$/.test(merge)) throw new MinutaError('not-found', 'A merge is called by its number.')
    response.json(await merges.undo(sender, Number(merge)))
  })
  return router
}
