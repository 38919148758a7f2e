import type { Translation } from '../../catalogue.ts'
import type { app as english } from '../en/app.ts'

export const app: Translation<typeof english> = {
  'app.purpose': 'Les notes d’une réunion, écrites ensemble, qui deviennent ses recommandations.',
  'language.label': 'Langue',
}
