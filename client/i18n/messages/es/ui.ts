import type { Translation } from '../../catalogue.ts'
import type { ui as english } from '../en/ui.ts'

export const ui: Translation<typeof english> = {
  'ui.close': 'Cerrar',
  'ui.cancel': 'Cancelar',
  'ui.undo': 'Deshacer',
  'ui.more': 'Más',
  'ui.loading': 'Cargando…',
  'ui.tryAgain': 'Intentar de nuevo',
  'ui.reload': 'Recargar',
}
