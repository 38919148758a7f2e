import type { ErrorRequestHandler, RequestHandler } from 'express'
import { type ErrorCode, errorBody, errorTable, MinutaError } from '../../shared/errors/errors.ts'
import type { Logger } from '../log/logger.ts'

/** Refuses whatever no route has answered. */
export const refuseUnknownAddress: RequestHandler = () => {
  throw new MinutaError('not-found')
}

/** The one place that turns a thrown refusal into an HTTP answer. Anything else is a bug: logged, not shown. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request, response, _next) => {
    const refusal = toRefusal(error)
    if (refusal.code === 'internal') {
      // The path may hold a token: only the method is logged.
      log.error('Answered internal', { method: request.method, error })
    }
    if (response.headersSent) {
      response.destroy()
      return
    }
    response
      .status(errorTable[refusal.code].httpStatus)
      .set('Cache-Control', 'no-store')
      .json(errorBody(refusal))
  }
}

function toRefusal(error: unknown): MinutaError {
  if (error instanceof MinutaError) return error
  if (isStorageFault(error)) return new MinutaError('storage')
  return new MinutaError(codeOfStatus(statusOf(error)))
}

/** The disk, or a room that stopped because of it: not the caller's mistake, and no bug. */
function isStorageFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (['JournalError', 'RoomStopped', 'ClosingRooms'].includes(error.name)) return true
  return 'code' in error && ['ENOSPC', 'EIO', 'EROFS', 'EDQUOT'].includes(String(error.code))
}

// Express' own refusals (a broken JSON body, a path with broken escapes) carry only a status.
function statusOf(error: unknown): unknown {
  return error instanceof Error && 'status' in error ? error.status : undefined
}

function codeOfStatus(status: unknown): ErrorCode {
  if (status === 404) return 'not-found'
  if (status === 413) return 'too-large'
  if (typeof status === 'number' && status >= 400 && status < 500) return 'bad-request'
  return 'internal'
}
