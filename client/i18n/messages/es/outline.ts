import type { Translation } from '../../catalogue.ts'
import type { outline as english } from '../en/outline.ts'

export const outline: Translation<typeof english> = {
  'outline.title': 'Esquema',
  'outline.empty': 'Aún no hay nada anotado. Los títulos y las intervenciones figuran aquí.',
  'outline.noneSuch': 'Ninguna intervención es de este tipo y de este orador.',
  'outline.everybody': 'Todos los oradores',
  'outline.bySpeaker': 'Quién habló',
  'outline.byKind': 'Solo intervenciones con',
  'outline.silent': {
    one: 'Una línea sin orador',
    many: '{count} líneas sin orador',
    other: '{count} líneas sin orador',
  },
  'outline.counts': 'Recuento',
  'outline.words': 'Palabras',
  'outline.selected': 'Palabras seleccionadas',
  'outline.interventions': 'Intervenciones',
}
