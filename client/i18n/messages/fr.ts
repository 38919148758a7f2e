import type { Catalogue } from '../catalogue.ts'
import { app } from './fr/app.ts'
import { draft } from './fr/draft.ts'
import { errors } from './fr/errors.ts'
import { exporting } from './fr/export.ts'
import { home } from './fr/home.ts'
import { join } from './fr/join.ts'
import { merge } from './fr/merge.ts'
import { overview } from './fr/overview.ts'
import { setup } from './fr/setup.ts'
import { shell } from './fr/shell.ts'
import { terms } from './fr/terms.ts'
import { ui } from './fr/ui.ts'

export const fr: Catalogue = {
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
