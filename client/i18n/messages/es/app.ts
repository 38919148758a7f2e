import type { Translation } from '../../catalogue.ts'
import type { app as english } from '../en/app.ts'

export const app: Translation<typeof english> = {
  'app.purpose': 'Las notas de una reunión, escritas entre todos, que se convierten en sus recomendaciones.',
  'language.label': 'Idioma',
  'offline.changesKept': {
    one: 'No tiene conexión: {count} cambio se conserva en este dispositivo. Siga escribiendo. Se enviará cuando vuelva la conexión.',
    other:
      'No tiene conexión: {count} cambios se conservan en este dispositivo. Siga escribiendo. Se enviarán cuando vuelva la conexión.',
  },
}
