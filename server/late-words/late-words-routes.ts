import { Router } from 'express'
import { type AccessContext, commandOf, readerOf } from '../access/command-route.ts'
import type { SettledWords } from '../journal/journal.ts'
import { type LateWordsContext, LateWordsDesk } from './late-words.ts'

const OUTCOMES: Readonly<Record<string, SettledWords['outcome']>> = {
  admit: 'admitted',
  take: 'taken',
  drop: 'dropped',
}

/** Late words, for the chair: `/meetings/:meeting/late-words`. */
export function lateWordsRoutes(context: AccessContext & LateWordsContext): Router {
  const desk = new LateWordsDesk(context)
  const router = Router()
  router.get('/meetings/:meeting/late-words', async (request, response) => {
    const { principal } = readerOf(context, request)
    response.set('Cache-Control', 'no-store').json({ lateWords: await desk.list(principal) })
  })
  for (const [verb, outcome] of Object.entries(OUTCOMES)) {
    router.post(`/meetings/:meeting/late-words/:id/${verb}`, async (request, response) => {
      response.json(await desk.settle(commandOf(context, request), String(request.params['id']), outcome))
    })
  }
  return router
}
