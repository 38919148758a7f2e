import type { Translation } from '../../catalogue.ts'
import type { outbox as english } from '../en/outbox.ts'

export const outbox: Translation<typeof english> = {
  'outbox.refused': {
    one: 'No se ha hecho {count} cambio.',
    other: 'No se han hecho {count} cambios.',
  },
  'outbox.refusedBody':
    'El servidor no aceptó lo que pidió. Está solo en este dispositivo: inténtelo de nuevo o descártelo.',
  'outbox.goTo': 'Ir al proyecto',
  'outbox.behind': 'Espera a lo anterior.',
  'outbox.waits': 'Se conserva en este dispositivo y se hará cuando vuelva la conexión.',
  'outbox.waiting.split': 'La división espera la conexión',
  'outbox.waiting.combine': 'La combinación espera la conexión',
  'outbox.waiting.apart': 'La separación espera la conexión',
  'outbox.waiting.undo': 'La acción de deshacer espera la conexión',
  'outbox.giveUp': 'Renunciar',
}
