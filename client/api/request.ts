import { nanoid } from 'nanoid'
import { actingAs } from './acting-as.ts'
import { ApiError } from './api-error.ts'

/** The pauses before a command is sent again. Together shorter than somebody waits for a button. */
const RETRY_PAUSES_MS = [300, 1200]

/** A network that swallows packets answers nothing, and browsers wait for minutes. */
const READ_MS = 15_000

/** Answers of a proxy whose server is away: the command may or may not have been carried out. */
const NO_SERVER = new Set([502, 503, 504])

interface CommandOptions {
  /** Idempotency-Key: the same one for the same wish, so that asking twice does it once. */
  readonly key?: string
  /** Gives the command up, with all its tries: for what is asked again later under the same key. */
  readonly signal?: AbortSignal
}

/** Reads `path` (from `/api/` on). Throws {@link ApiError}. */
export function get<Answer>(path: string): Promise<Answer> {
  return send<Answer>('GET', path, undefined, {})
}

/** Sends a command. It is sent again under the same key when no answer comes. Throws {@link ApiError}. */
export function post<Answer>(path: string, body: object = {}, options: CommandOptions = {}): Promise<Answer> {
  return command<Answer>('POST', path, body, options)
}

/** Changes a thing; else as {@link post}. */
export function patch<Answer>(path: string, body: object, options: CommandOptions = {}): Promise<Answer> {
  return command<Answer>('PATCH', path, body, options)
}

/** Removes a thing; else as {@link post}. */
export function del<Answer>(path: string, options: CommandOptions = {}): Promise<Answer> {
  return command<Answer>('DELETE', path, undefined, options)
}

interface FileOptions {
  readonly signal: AbortSignal
  /** Told how much has been sent, as long as more is to be sent. */
  onSent(bytes: number): void
}

/** Sends a file as it is, and gives the answer. Throws {@link ApiError}; nothing is sent a second time. */
export function postFile<Answer>(path: string, file: Blob, { signal, onSent }: FileOptions): Promise<Answer> {
  // fetch does not tell how much it has sent.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded))
    request.addEventListener('error', () => reject(unreachable()))
    request.addEventListener('abort', () => reject(unreachable()))
    request.addEventListener('load', () => {
      const response = new Response(request.responseText, { status: request.status })
      if (response.ok)
        response.json().then(
          (answer) => resolve(answer as Answer),
          () => reject(unreachable()),
        )
      else refusalOf(response).then(reject, reject)
    })
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

function unreachable(): ApiError {
  return new ApiError('offline', 'The server cannot be reached.', 'Try again when the connection is back.', 0)
}

/** Reads a file, as the server names it. Throws {@link ApiError}. */
export async function getFile(path: string): Promise<{ readonly name: string | null; readonly file: Blob }> {
  const response = await answerTo(path, { credentials: 'same-origin', cache: 'no-store' })
  const disposition = response.headers.get('Content-Disposition') ?? ''
  return { name: fileNameIn(disposition), file: await bodyOf(response, (answer) => answer.blob()) }
}

/** RFC 6266: the encoded name where there is one, for it holds letters that the plain one may not. */
function fileNameIn(disposition: string): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  if (encoded !== undefined) return decodeURIComponent(encoded)
  return /filename="([^"]+)"/i.exec(disposition)?.[1] ?? null
}

async function command<Answer>(
  method: string,
  path: string,
  body: object | undefined,
  { key = nanoid(), signal }: CommandOptions,
): Promise<Answer> {
  const options = signal === undefined ? { key } : { key, signal }
  for (const pauseMs of RETRY_PAUSES_MS) {
    try {
      return await send<Answer>(method, path, body, options)
    } catch (error) {
      if (signal?.aborted === true) throw error
      if (!(error instanceof ApiError) || !(error.code === 'offline' || NO_SERVER.has(error.status)))
        throw error
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
  return send<Answer>(method, path, body, options)
}

async function send<Answer>(
  method: string,
  path: string,
  body: object | undefined,
  { key, signal }: CommandOptions,
): Promise<Answer> {
  const headers: Record<string, string> = { Accept: 'application/json', ...actingAs(path) }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (key !== undefined) headers['Idempotency-Key'] = key
  const request: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' }
  if (body !== undefined) request.body = JSON.stringify(body)
  // A command may have been carried out although its answer is late: who gives it up says so.
  if (method === 'GET') request.signal = AbortSignal.timeout(READ_MS)
  else if (signal !== undefined) request.signal = signal
  return (await bodyOf(await answerTo(path, request), (response) => response.json())) as Answer
}

/** An answer that was cut, or a page that a network put in its place, says nothing of what the server did. */
async function bodyOf<Body>(response: Response, read: (response: Response) => Promise<Body>): Promise<Body> {
  try {
    return await read(response)
  } catch {
    throw unreachable()
  }
}

async function answerTo(path: string, request: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, request)
  } catch {
    throw unreachable()
  }
  if (!response.ok) throw await refusalOf(response)
  return response
}

async function refusalOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null)
  const { code, message, hint, detail } = errorOf(body)
  return new ApiError(
    typeof code === 'string' ? code : 'internal',
    typeof message === 'string' ? message : 'Something went wrong on the server.',
    typeof hint === 'string' ? hint : 'Try again in a moment.',
    response.status,
    typeof detail === 'object' && detail !== null ? { ...detail } : {},
  )
}

function errorOf(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || !('error' in body)) return {}
  return typeof body.error === 'object' && body.error !== null ? { ...body.error } : {}
}
