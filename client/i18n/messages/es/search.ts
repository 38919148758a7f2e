import type { Translation } from '../../catalogue.ts'
import type { search as english } from '../en/search.ts'

export const search: Translation<typeof english> = {
  'search.title': 'Buscar en la reunión',
  'search.words': 'Palabras que buscar',
  'search.placeholder': 'Palabras, o quién habla',
  'search.hint': 'Todas las notas que puede leer, y el borrador.',
  'search.count': {
    one: 'Un pasaje',
    many: '{count} pasajes',
    other: '{count} pasajes',
  },
  'search.missing': {
    one: 'Un texto aún no ha llegado a este dispositivo y no se busca en él.',
    many: '{count} textos aún no han llegado a este dispositivo y no se busca en ellos.',
    other: '{count} textos aún no han llegado a este dispositivo y no se busca en ellos.',
  },
  'search.topic.title': 'Buscar en este tema',
  'search.topic.words': 'Buscar en este tema',
  'search.topic.at': '{at} de {count}',
  'search.topic.count': {
    one: 'Una coincidencia',
    many: '{count} coincidencias',
    other: '{count} coincidencias',
  },
  'search.topic.none': 'Nada encontrado',
  'search.topic.next': 'Coincidencia siguiente',
  'search.topic.before': 'Coincidencia anterior',
  'search.topic.whole': 'Toda la reunión',
  'search.topic.only': 'Solo en este tema',
  'search.keys.topic': 'Buscar en este tema; otra vez: en toda la reunión',
  'search.keys.go': 'Coincidencia siguiente, anterior',
}
