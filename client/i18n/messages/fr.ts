import type { Catalogue } from '../catalogue.ts'
import { app } from './fr/app.ts'
import { errors } from './fr/errors.ts'
import { terms } from './fr/terms.ts'
import { ui } from './fr/ui.ts'

export const fr: Catalogue = {
  ...app,
  ...errors,
  ...terms,
  ...ui,
}
