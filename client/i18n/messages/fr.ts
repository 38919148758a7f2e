import type { Catalogue } from '../catalogue.ts'
import { app } from './fr/app.ts'

export const fr: Catalogue = {
  ...app,
}
