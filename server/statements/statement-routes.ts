import express, { type ErrorRequestHandler, type Request, type RequestHandler, Router } from 'express'
import { MinutaError } from '../../shared/errors/errors.ts'
import { isId } from '../../shared/ids/ids.ts'
import { roomAccess } from '../../shared/permissions/room-access.ts'
import { MAX_STATEMENT_BYTES } from '../../shared/statements/statement.ts'
import { requireOrigin } from '../access/caller.ts'
import { type AccessContext, readerOf } from '../access/command-route.ts'
import type { StatementReader } from './statement-reader.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** What the route that reads statements needs. */
export interface StatementContext extends AccessContext {
  readonly statements: StatementReader
}

/** The file's name only tells Markdown from plain text, and is not kept. */
const MAX_FILE_NAME = 255

/**
 * `POST /meetings/:meeting/topics/:topic/statements?name=`: the file as the body, and its paragraphs as the answer.
 * Writes nothing: the page puts them into the notes as whoever sent the file. For who may write the topic's notes.
 */
export function statementRoutes(context: StatementContext): Router {
  const router = Router()
  // Rights first: nobody else's bytes are even taken in.
  const check: RequestHandler = (request, _response, next) => {
    checkRights(context, request)
    next()
  }
  const readBody = express.raw({ type: () => true, limit: MAX_STATEMENT_BYTES, inflate: false })
  router.post(
    '/meetings/:meeting/topics/:topic/statements',
    check,
    readBody,
    sayTooLarge,
    async (request: Request, response: express.Response) => {
      const { name } = request.query
      if (typeof name !== 'string' || name === '' || name.length > MAX_FILE_NAME)
        throw new MinutaError('bad-request', 'A statement needs its file’s name: ?name=statement.docx')
      const body: unknown = request.body
      if (!Buffer.isBuffer(body))
        throw new MinutaError(
          'bad-request',
          'A statement is sent as it is: Content-Type application/octet-stream.',
        )
      const gone = new AbortController()
      response.once('close', () => gone.abort())
      response.set('Cache-Control', 'no-store').json(await read(context, body, name, gone.signal))
    },
  )
  return router
}

async function read(
  { statements }: StatementContext,
  body: Buffer,
  name: string,
  signal: AbortSignal,
): Promise<object> {
  try {
    return await statements.read(new Uint8Array(body), name, signal)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    throw new MinutaError('unreadable-file', undefined, { reason: error.reason })
  }
}

function checkRights(context: AccessContext, request: Request): void {
  requireOrigin(request, context.publicUrl)
  const { meeting, principal, facts } = readerOf(context, request)
  const { topic } = request.params
  if (!isId(topic) || !facts.topics.has(topic)) throw new MinutaError('not-found', 'There is no such topic.')
  const access = roomAccess(principal, { kind: 'notes', meeting, topic }, facts)
  if (!access.read) throw new MinutaError('not-found', 'There is no such topic, or it is not open to you.')
  if (!access.write) throw new MinutaError('forbidden')
}

const sayTooLarge: ErrorRequestHandler = (error: unknown, _request, _response, next) => {
  const isTooLarge = error instanceof Error && 'status' in error && error.status === 413
  next(
    isTooLarge
      ? new MinutaError('too-large', 'A statement’s file may have 5 MB at most. Take the pictures out of it.')
      : error,
  )
}
