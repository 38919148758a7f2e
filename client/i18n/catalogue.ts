import type { PluralMessage } from './message.ts'
import type { en } from './messages/en.ts'

export type MessageKey = keyof typeof en

/** What every language holds: a text where English has a text, plural forms where English has plural forms. */
export type Catalogue = {
  [Key in MessageKey]: (typeof en)[Key] extends string ? string : PluralMessage
}
