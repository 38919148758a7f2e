import type { Translation } from '../../catalogue.ts'
import type { app as english } from '../en/app.ts'

export const app: Translation<typeof english> = {
  'app.purpose': 'Las notas de una reunión, escritas entre todos, que se convierten en sus recomendaciones.',
  'language.label': 'Idioma',
}
