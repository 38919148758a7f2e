import { app } from './en/app.ts'
import { draft } from './en/draft.ts'
import { errors } from './en/errors.ts'
import { exporting } from './en/export.ts'
import { home } from './en/home.ts'
import { join } from './en/join.ts'
import { merge } from './en/merge.ts'
import { overview } from './en/overview.ts'
import { setup } from './en/setup.ts'
import { shell } from './en/shell.ts'
import { terms } from './en/terms.ts'
import { ui } from './en/ui.ts'

/** English comes first: its keys and placeholders are the type that every other language is held to. */
export const en = {
  ...app,
  ...errors,
  ...terms,
  ...ui,
  ...draft,
  ...merge,
  ...exporting,
  ...shell,
  ...home,
  ...join,
  ...overview,
  ...setup,
} as const
