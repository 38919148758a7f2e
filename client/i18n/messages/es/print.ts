import type { Translation } from '../../catalogue.ts'
import type { print as english } from '../en/print.ts'

export const print: Translation<typeof english> = {
  'print.menu': 'Más sobre estas notas',
  'print.open': 'Imprimir…',
  'print.title': 'Imprimir estas notas',
  'print.body': 'El texto, con oradores y tipos en palabras, en negro sobre blanco.',
  'print.withNotes': 'Con los comentarios',
  'print.withNotesHint':
    'Los comentarios abiertos se imprimen al final como notas numeradas. Los del grupo de redacción no se incluyen.',
  'print.do': 'Imprimir',
  'print.asOf': 'Texto al {time}',
  'print.pageOf': 'Página {page} de {count}',
  'print.notes': 'Comentarios',
  'print.noSpeaker': 'Orador no anotado',
  'print.leftOutHere': '[pasaje sensible omitido]',
  'print.leftOut': {
    one: 'Se omite un pasaje sensible.',
    many: 'Se omiten {count} pasajes sensibles.',
    other: 'Se omiten {count} pasajes sensibles.',
  },
}
