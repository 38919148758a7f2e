import type { Translation } from '../../catalogue.ts'
import type { wipe as english } from '../en/wipe.ts'

export const wipe: Translation<typeof english> = {
  'wipe.title': '¿Borrar la mayor parte de este texto para todos?',
  'wipe.body': {
    one: '{place}: lo que se cambió en este dispositivo borraría {removed} de {count} carácter. Los demás tienen el texto entero; todavía no se ha borrado nada.',
    many: '{place}: lo que se cambió en este dispositivo borraría {removed} de {count} caracteres. Los demás tienen el texto entero; todavía no se ha borrado nada.',
    other:
      '{place}: lo que se cambió en este dispositivo borraría {removed} de {count} caracteres. Los demás tienen el texto entero; todavía no se ha borrado nada.',
  },
  'wipe.thisText': 'Este texto',
  'wipe.words': 'Si conserva el texto, se pierden estas palabras suyas. Cópielas o descárguelas antes.',
  'wipe.keep': 'Conservar el texto',
  'wipe.delete': 'Borrar para todos',
}
