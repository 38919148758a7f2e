import type { Catalogue, MessageKey } from './catalogue.ts'
import type { Language } from './languages.ts'
import { formatMessage, type ValuesOf } from './message.ts'
import type { en } from './messages/en.ts'

type English = typeof en

/** Values are asked for exactly where the English text has placeholders. */
type ValuesArgument<Key extends MessageKey> = keyof ValuesOf<English[Key]> extends never
  ? []
  : [values: ValuesOf<English[Key]>]

/** Gives the text of a message in the language it was made for. */
export type Translate = <Key extends MessageKey>(key: Key, ...values: ValuesArgument<Key>) => string

/** Makes the function that components write their words with. */
export function createTranslate(language: Language, catalogue: Catalogue): Translate {
  return (key, ...values) => formatMessage(language, catalogue[key], values[0])
}
