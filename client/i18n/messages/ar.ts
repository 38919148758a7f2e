import type { Catalogue } from '../catalogue.ts'
import { app } from './ar/app.ts'
import { draft } from './ar/draft.ts'
import { errors } from './ar/errors.ts'
import { exporting } from './ar/export.ts'
import { home } from './ar/home.ts'
import { join } from './ar/join.ts'
import { merge } from './ar/merge.ts'
import { overview } from './ar/overview.ts'
import { setup } from './ar/setup.ts'
import { shell } from './ar/shell.ts'
import { terms } from './ar/terms.ts'
import { ui } from './ar/ui.ts'

export const ar: Catalogue = {
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
