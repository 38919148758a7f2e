import { z } from 'zod'
import { isId } from '../../shared/ids/ids.ts'
import { MAX_REASON_CHARS, WITHHELD_REASONS } from '../../shared/withheld/withheld-fact.ts'

/** Lines of one flag: a written statement of some pages. */
const MAX_LINES = 500

const id = z.string().refine(isId, '1 to 64 letters, digits, "-" or "_"')

/** What a flag says: which lines, and why. */
export const newWithheld = z
  .strictObject({
    id,
    blocks: z.array(id).min(1).max(MAX_LINES),
    reason: z.enum(WITHHELD_REASONS),
    words: z
      .string()
      .max(MAX_REASON_CHARS)
      .refine((words) => !/\p{Surrogate}/u.test(words), 'half a character')
      .transform((words) => words.trim())
      .default(''),
  })
  .refine(({ reason, words }) => reason !== 'other' || words !== '', 'another reason needs words')

export type NewWithheld = z.output<typeof newWithheld>
