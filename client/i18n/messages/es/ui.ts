import type { Translation } from '../../catalogue.ts'
import type { ui as english } from '../en/ui.ts'

export const ui: Translation<typeof english> = {
  'ui.close': 'Cerrar',
  'ui.cancel': 'Cancelar',
  'ui.undo': 'Deshacer',
  'ui.more': 'Más',
  'ui.loading': 'Cargando…',
  'ui.tryAgain': 'Intentar de nuevo',
  'ui.notLoaded': 'No se ha podido cargar. Inténtelo de nuevo cuando vuelva la conexión.',
  'ui.reload': 'Recargar',
}
