import { first } from './en/first.ts'
import { later } from './en/later.ts'

/** English comes first: its keys and placeholders are the type that every other language is held to. */
export const en = { ...first, ...later } as const
