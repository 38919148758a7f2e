import { app } from './en/app.ts'

/** English comes first: its keys and placeholders are the type that every other language is held to. */
export const en = {
  ...app,
} as const
