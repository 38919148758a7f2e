import type { MessageKey } from './catalogue.ts'
import { errors } from './messages/en/errors.ts'
import type { Translate } from './translate.ts'

/** A refusal as the server tells it, in English. */
interface Refusal {
  readonly code: string
  readonly message: string
  readonly hint: string
}

/** Says a refusal in the page's language: the page's own words for a code it knows, else the server's. */
export function errorWords(
  t: Translate,
  { code, message, hint }: Refusal,
): { message: string; hint: string } {
  const key = `error.${code}`
  if (!Object.hasOwn(errors, key)) return { message, hint }
  return {
    message: t(key as Extract<MessageKey, `error.${string}`>),
    hint: t(`${key}.hint` as Extract<MessageKey, `error.${string}`>),
  }
}
