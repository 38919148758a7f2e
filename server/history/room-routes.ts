import { type Request, Router } from 'express'
import { MinutaError } from '../../shared/errors/errors.ts'
import { parseRoomName, type RoomName, type RoomParts } from '../../shared/ids/ids.ts'
import { roomAccess } from '../../shared/permissions/room-access.ts'
import { type AccessContext, readerOf } from '../access/command-route.ts'
import { authorshipFacts } from '../sync/authorship-facts.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { BlockTimes } from './block-times.ts'

/** What the routes that tell of a room need. */
export interface RoomContext extends AccessContext {
  readonly rooms: Rooms
  readonly times: BlockTimes
}

/** Who typed what and when, for pages and scripts. Open to whoever may read the room. */
export function roomRoutes(context: RoomContext): Router {
  const router = Router()
  router.get('/meetings/:meeting/rooms/:room/authorship', async (request, response) => {
    const { name, parts } = readableRoom(context, request)
    const room = await context.rooms.get(name, parts)
    const facts = await new Promise((resolve, reject) => {
      const read = (): void => {
        const { bindings, delegations, moves } = room.document.authorship()
        resolve(authorshipFacts(bindings, delegations, moves))
      }
      room.whenStored(read, () => reject(new MinutaError('storage')))
    })
    response.set('Cache-Control', 'no-store').json(facts)
  })
  router.get('/meetings/:meeting/rooms/:room/times', async (request, response) => {
    const { name, parts } = readableRoom(context, request)
    if (parts.kind !== 'notes') throw new MinutaError('not-found', 'Only notes have times of their lines.')
    response.set('Cache-Control', 'no-store').json({ blocks: await context.times.of(name, parts) })
  })
  return router
}

function readableRoom(context: RoomContext, request: Request): { name: RoomName; parts: RoomParts } {
  const { meeting, principal, facts } = readerOf(context, request)
  const parsed = parseRoomName(`m/${meeting}/${String(request.params['room'])}`)
  const isKnown = parsed !== null && (parsed.parts.kind !== 'notes' || facts.topics.has(parsed.parts.topic))
  if (parsed === null || !isKnown || !roomAccess(principal, parsed.parts, facts).read)
    throw new MinutaError('not-found', 'There is no such room, or it is not open to you.')
  return parsed
}
