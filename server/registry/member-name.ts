import { z } from 'zod'
import { MAX_NAME_CHARS } from '../../shared/limits/http-limits.ts'

// Marks that turn the text round, line ends and what nobody sees would let one name pass for another, or tear a line.
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u
// Persian and Indic names are spelled with joiners inside a word: those are letters' work there, and nowhere else.
const JOINED = /(?<=[\p{Script=Arabic}\p{M}])[\u200c\u200d](?=\p{L})/gu
// A Hangul filler is a letter that shows nothing.
const SEEN = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u

/** What a person may be called, said to whoever chose something else. */
export const NAME_RULE = `A name has 1 to ${MAX_NAME_CHARS} characters on one line, with a letter or a digit, and nothing invisible.`

/** Reads the name of a member, without the spaces round it. */
export const memberName = z
  .string()
  .trim()
  .min(1)
  .max(MAX_NAME_CHARS)
  .refine((name) => SEEN.test(name) && !UNSEEN.test(name.replace(JOINED, '')))
