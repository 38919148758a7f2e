import { z } from 'zod'
import { MinutaError } from '../../shared/errors/errors.ts'
import { isId } from '../../shared/ids/ids.ts'
import { isWordless } from '../../shared/merge/wordless.ts'

/** A recommendation of several pages. */
const MAX_WORDS_CHARS = 20_000

/** An id as the meeting's things have it. */
export const id = z.string().refine(isId, '1 to 64 letters, digits, "-" or "_"')

/** A wording that somebody chose or wrote. */
export const words = z
  .string()
  .max(MAX_WORDS_CHARS)
  // Half of a surrogate pair can't be stored: Yjs would keep another sign than the one that was sent.
  .refine((text) => !/\p{Surrogate}/u.test(text), 'half a character')
  .refine((text) => !isWordless(text), 'a recommendation needs words')

/** Where a character stands among its client's. Sums of two must stay whole numbers. */
export const charClock = z
  .number()
  .int()
  .min(0)
  .max((Number.MAX_SAFE_INTEGER - 1) / 2)

/** A character (`CharId`). Yjs numbers clients by whole numbers too. */
export const charId = z.strictObject({ client: charClock, clock: charClock })

/** Reads the number of a merge. Throws MinutaError `not-found`. */
export function mergeNumber(merge: string): number {
  if (!/^[1-9]\d{0,8}$/.test(merge)) throw new MinutaError('not-found', 'A merge is called by its number.')
  return Number(merge)
}
