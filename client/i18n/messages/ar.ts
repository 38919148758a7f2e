import type { Catalogue } from '../catalogue.ts'
import { app } from './ar/app.ts'
import { errors } from './ar/errors.ts'
import { terms } from './ar/terms.ts'
import { ui } from './ar/ui.ts'

export const ar: Catalogue = {
  ...app,
  ...errors,
  ...terms,
  ...ui,
}
