import { type Request, Router } from 'express'
import { MinutaError } from '../../shared/errors/errors.ts'
import { isId } from '../../shared/ids/ids.ts'
import { type AccessContext, commandOf, readerOf } from '../access/command-route.ts'
import type { Commands } from '../commands/commands.ts'
import { parseBody } from '../draft/parse-body.ts'
import type { Rooms } from '../sync/rooms.ts'
import { readThreads } from './read-threads.ts'
import { newComment, newThread, newWords, resolution, threadRoomShape } from './thread-bodies.ts'
import { Threads } from './threads.ts'

/** What routes of threads work with. */
interface ThreadContext extends AccessContext {
  readonly commands: Commands
  readonly rooms: Rooms
}

/** Comment threads: `/meetings/:meeting/threads`. */
export function threadRoutes(context: ThreadContext): Router {
  const threads = new Threads(context.commands, context.registry)
  const router = Router()
  const comment = '/meetings/:meeting/threads/:thread/comments/:comment'
  router.get('/meetings/:meeting/threads', async (request, response) => {
    const { principal } = readerOf(context, request)
    response.set('Cache-Control', 'no-store').json({ threads: await readThreads(context, principal) })
  })
  router.post('/meetings/:meeting/threads', async (request, response) => {
    const sender = commandOf(context, request)
    response.json(await threads.open(sender, parseBody(newThread, request.body, 'A new thread')))
  })
  router.patch('/meetings/:meeting/threads/:thread', async (request, response) => {
    const sender = commandOf(context, request)
    const { room, resolved } = parseBody(resolution, request.body, 'Resolving a thread')
    response.json(await threads.resolve(sender, threadOf(request), room, resolved))
  })
  router.post('/meetings/:meeting/threads/:thread/comments', async (request, response) => {
    const sender = commandOf(context, request)
    const body = parseBody(newComment, request.body, 'A comment')
    response.json(await threads.comment(sender, threadOf(request), body))
  })
  router.patch(comment, async (request, response) => {
    const sender = commandOf(context, request)
    const { room, parts } = parseBody(newWords, request.body, 'A comment')
    const place = { room, thread: threadOf(request), comment: commentOf(request) }
    response.json(await threads.edit(sender, place, parts))
  })
  router.delete(comment, async (request, response) => {
    const sender = commandOf(context, request)
    const room = parseBody(threadRoomShape, request.query['room'], 'The room, as in ?room=ledger,')
    const place = { room, thread: threadOf(request), comment: commentOf(request) }
    response.json(await threads.delete(sender, place))
  })
  return router
}

function threadOf(request: Request): string {
  const { thread } = request.params
  if (!isId(thread)) throw new MinutaError('not-found', 'There is no such thread here.')
  return thread
}

function commentOf(request: Request): string {
  const { comment } = request.params
  if (!isId(comment)) throw new MinutaError('not-found', 'There is no such comment in this thread.')
  return comment
}
