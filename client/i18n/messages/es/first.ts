import type { Translation } from '../../catalogue.ts'
import type { first as english } from '../en/first.ts'
import { app } from './app.ts'
import { errors } from './errors.ts'
import { home } from './home.ts'
import { join } from './join.ts'
import { overview } from './overview.ts'
import { shell } from './shell.ts'
import { terms } from './terms.ts'
import { ui } from './ui.ts'

export const first: Translation<typeof english> = {
  ...app,
  ...errors,
  ...terms,
  ...ui,
  ...shell,
  ...home,
  ...join,
  ...overview,
}
