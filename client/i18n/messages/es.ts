import type { Catalogue } from '../catalogue.ts'
import { app } from './es/app.ts'
import { errors } from './es/errors.ts'
import { terms } from './es/terms.ts'
import { ui } from './es/ui.ts'

export const es: Catalogue = {
  ...app,
  ...errors,
  ...terms,
  ...ui,
}
