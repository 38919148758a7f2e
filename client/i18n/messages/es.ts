import type { Catalogue } from '../catalogue.ts'
import { app } from './es/app.ts'
import { draft } from './es/draft.ts'
import { errors } from './es/errors.ts'
import { exporting } from './es/export.ts'
import { home } from './es/home.ts'
import { join } from './es/join.ts'
import { merge } from './es/merge.ts'
import { overview } from './es/overview.ts'
import { setup } from './es/setup.ts'
import { shell } from './es/shell.ts'
import { terms } from './es/terms.ts'
import { ui } from './es/ui.ts'

export const es: Catalogue = {
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
}
