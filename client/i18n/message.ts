import type { Language } from './languages.ts'

/** A sentence in each plural form that its language has; `other` is always there. Chosen by `{count}`. */
export type PluralMessage = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
export type Message = string | PluralMessage

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
type TextsOf<Entry> = Entry extends string ? Entry : Entry[keyof Entry]

/**
 * The values that a message asks for, read off its English text: `{name}` asks for `name`. One with plural forms always
 * asks for `count`, said or not.
 */
export type ValuesOf<Entry> = Record<
  NamesIn<TextsOf<Entry>> | (Entry extends string ? never : 'count'),
  string | number
>

/** Gives the message's text in `language`, with its values put in. Numbers are Western in every language. */
export function formatMessage(
  language: Language,
  message: Message,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text = typeof message === 'string' ? message : choosePlural(language, message, values['count'])
  return text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name]
    if (typeof value === 'number') return numberFormat(language).format(value)
    return value ?? placeholder
  })
}

function choosePlural(language: Language, message: PluralMessage, count: unknown): string {
  if (typeof count !== 'number') return message.other
  return message[new Intl.PluralRules(language).select(count)] ?? message.other
}

const numberFormats = new Map<Language, Intl.NumberFormat>()

function numberFormat(language: Language): Intl.NumberFormat {
  const known = numberFormats.get(language)
  if (known) return known
  const made = new Intl.NumberFormat(language, { numberingSystem: 'latn' })
  numberFormats.set(language, made)
  return made
}
