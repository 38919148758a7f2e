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
}
