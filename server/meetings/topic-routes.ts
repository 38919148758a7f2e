import { Router } from 'express'
import { z } from 'zod'
import { MinutaError } from '../../shared/errors/errors.ts'
import { ATTRIBUTION_LEVELS } from '../../shared/meeting/facts.ts'
import { can } from '../../shared/permissions/can.ts'
import { TOPIC_READERS } from '../../shared/permissions/principal.ts'
import { requireOrigin } from '../access/caller.ts'
import { readerOf } from '../access/command-route.ts'
import type { MeetingContext } from './meeting-routes.ts'

const topicBody = z
  .strictObject({
    readers: z.enum(TOPIC_READERS).optional(),
    cap: z.enum(ATTRIBUTION_LEVELS).optional(),
  })
  .refine(({ readers, cap }) => readers !== undefined || cap !== undefined)

/** The chair's route of one topic: who may open its notes, and how much is told of who spoke. */
export function topicRoutes(context: Omit<MeetingContext, 'addresses' | 'now'>): Router {
  const { registry, publicUrl, log } = context
  const router = Router()
  router.patch('/meetings/:meeting/topics/:topic', async (request, response) => {
    requireOrigin(request, publicUrl)
    const { meeting, principal, facts } = readerOf(context, request)
    if (!can(principal, 'set-up', facts)) throw new MinutaError('forbidden')
    const { topic } = request.params
    if (!facts.topics.has(topic))
      throw new MinutaError('not-found', 'There is no such topic in this meeting.')
    const parsed = topicBody.safeParse(request.body)
    if (!parsed.success)
      throw new MinutaError(
        'bad-request',
        `A topic has readers (${TOPIC_READERS.join(', ')}) and a cap (${ATTRIBUTION_LEVELS.join(', ')}).`,
      )
    const { readers, cap } = parsed.data
    const change = { ...(readers === undefined ? {} : { readers }), ...(cap === undefined ? {} : { cap }) }
    await registry.changeTopic(meeting, topic, change)
    log.info('Audit: topic changed', { meeting, topic, ...change, by: principal.member })
    response.json({})
  })
  return router
}
