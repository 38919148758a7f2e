import type { Catalogue } from '../catalogue.ts'
import { app } from './fr/app.ts'
import { draft } from './fr/draft.ts'
import { errors } from './fr/errors.ts'
import { exporting } from './fr/export.ts'
import { merge } from './fr/merge.ts'
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
}
