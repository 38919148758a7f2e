import type { Catalogue } from '../catalogue.ts'
import { app } from './ar/app.ts'

export const ar: Catalogue = {
  ...app,
}
