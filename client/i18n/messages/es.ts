import type { Catalogue } from '../catalogue.ts'
import { app } from './es/app.ts'

export const es: Catalogue = {
  ...app,
}
