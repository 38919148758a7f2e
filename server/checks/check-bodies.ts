import { z } from 'zod'
import { MAX_CORRECTION, MAX_REASON } from '../../shared/checks/check-facts.ts'
import { isId } from '../../shared/ids/ids.ts'

const id = z.string().refine(isId, '1 to 64 letters, digits, "-" or "_"')
const hash = z.string().regex(/^[\w-]{22}$/, 'the 22 characters of a hash')

// Half of a surrogate pair can't be stored: Yjs would keep another sign than the one that was sent.
const words = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').trim())
    .refine((text) => !/\p{Surrogate}/u.test(text), 'half a character')
    .refine((text) => !/[^\P{Cc}\n]/u.test(text), 'no control characters but line breaks')

/** A confirmation: `hash` is that of the words which were read. */
export const newCheck = z.strictObject({ lead: id, mechanism: id, hash })
export type NewCheck = z.output<typeof newCheck>

/** A correction: `hash` is that of the line's words which were read. */
export const newCorrection = z.strictObject({
  id,
  line: id,
  mechanism: id,
  hash,
  text: words(MAX_CORRECTION).refine((text) => text !== '', 'a correction needs words'),
  note: words(MAX_REASON).default(''),
})
export type NewCorrection = z.output<typeof newCorrection>

/** Why something was accepted or withdrawn. */
export const decision = z.strictObject({ reason: words(MAX_REASON).default('') })

/** Why something was declined: whoever proposed it is owed a reason. */
export const refusal = z.strictObject({
  reason: words(MAX_REASON).refine((text) => text !== '', 'declining needs a reason'),
})
