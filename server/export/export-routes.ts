import { type Request, Router } from 'express'
import { GENERAL_SECTION } from '../../shared/draft/draft-item.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import { ATTRIBUTION_LEVELS } from '../../shared/meeting/facts.ts'
import { NAME_LANGUAGES, parseNameLanguage } from '../../shared/names/name-language.ts'
import { can } from '../../shared/permissions/can.ts'
import { type AccessContext, readerOf } from '../access/command-route.ts'
import type { Rooms } from '../sync/rooms.ts'
import { type ExportRequest, exportDraft } from './export-draft.ts'
import { EXPORT_FORMATS } from './writers.ts'

/** What the routes of exporting need. */
export interface ExportContext extends AccessContext {
  readonly rooms: Rooms
}

/**
 * The draft as a file: `GET /meetings/:meeting/export?format=&attribution=&lang=`. Without a word about it nobody is
 * named: who wants names asks for them. `preview=1` is for showing in the page, not for keeping.
 */
export function exportRoutes(context: ExportContext): Router {
  const router = Router()
  router.get('/meetings/:meeting/export', async (request, response) => {
    const { meeting, principal, facts } = readerOf(context, request)
    if (!can(principal, 'export', facts)) throw new MinutaError('forbidden')
    const topics = [...facts.topics.keys()]
    const asked = parseQuery(request.query, [...topics, GENERAL_SECTION])
    const file = await exportDraft(context.rooms, meeting, topics, asked)
    if (request.query['preview'] !== '1') response.attachment(file.name)
    response.set('Cache-Control', 'no-store').type(file.mime).send(Buffer.from(file.bytes))
  })
  return router
}

function parseQuery(query: Request['query'], sections: readonly string[]): ExportRequest {
  const { lang } = query
  const language = parseNameLanguage(lang)
  if (lang !== undefined && language === null) throw refusal('lang', NAME_LANGUAGES)
  return {
    format: oneOf(query, 'format', EXPORT_FORMATS, 'docx'),
    attribution: oneOf(query, 'attribution', ATTRIBUTION_LEVELS, 'none'),
    language,
    sections: query['sections'] === undefined ? null : manyOf(query, 'sections', sections),
    brackets: oneOf(query, 'brackets', ['kept', 'stripped'], 'kept'),
  }
}

function oneOf<Value extends string>(
  query: Request['query'],
  name: string,
  values: readonly Value[],
  absent: Value,
): Value {
  if (query[name] === undefined) return absent
  const found = values.find((value) => value === query[name])
  if (found === undefined) throw refusal(name, values)
  return found
}

function manyOf(query: Request['query'], name: string, values: readonly string[]): string[] {
  const written = query[name]
  const parts = typeof written === 'string' ? written.split(',') : []
  if (parts.length === 0 || parts.some((part) => !values.includes(part))) throw refusal(name, values)
  return parts
}

function refusal(name: string, values: readonly string[]): MinutaError {
  return new MinutaError(
    'bad-request',
    `The export could not be understood. "${name}": ${values.join(', ')}.`,
  )
}
