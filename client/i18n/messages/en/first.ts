import { app } from './app.ts'
import { errors } from './errors.ts'
import { home } from './home.ts'
import { join } from './join.ts'
import { overview } from './overview.ts'
import { shell } from './shell.ts'
import { terms } from './terms.ts'
import { ui } from './ui.ts'

/** What the first pages say: joining, the overview, and what stands round every page. */
export const first = {
  ...app,
  ...errors,
  ...terms,
  ...ui,
  ...shell,
  ...home,
  ...join,
  ...overview,
} as const
