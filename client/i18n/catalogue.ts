import type { PluralMessage } from './message.ts'
import type { en } from './messages/en.ts'

/** What a translation of one area holds: a text where English has a text, plural forms where English has them. */
export type Translation<English> = {
  [Key in keyof English]: English[Key] extends string ? string : PluralMessage
}

export type MessageKey = keyof typeof en

/** Every message of one language. */
export type Catalogue = Translation<typeof en>
