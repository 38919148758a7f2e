import type { z } from 'zod'
import { MinutaError } from '../../shared/errors/errors.ts'

/** Reads a command's body. Throws MinutaError `bad-request`, which says what is wrong with which part of it. */
export function parseBody<Body>(shape: z.ZodType<Body>, body: unknown, what: string): Body {
  const parsed = shape.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue === undefined || issue.path.length === 0 ? '' : `"${issue.path.join('.')}": `
  throw new MinutaError('bad-request', `${what} could not be understood. ${where}${issue?.message}.`)
}
