import type { Translation } from '../../catalogue.ts'
import type { print as english } from '../en/print.ts'

export const print: Translation<typeof english> = {
  'print.menu': 'Autres actions sur ces notes',
  'print.open': 'Imprimer…',
  'print.title': 'Imprimer ces notes',
  'print.body': 'Le texte, avec les intervenants et les types en toutes lettres, noir sur blanc.',
  'print.withNotes': 'Avec les commentaires',
  'print.withNotesHint':
    'Les commentaires ouverts sont imprimés à la fin, en notes numérotées. Ceux du groupe de rédaction n’y figurent pas.',
  'print.do': 'Imprimer',
  'print.asOf': 'Texte au {time}',
  'print.pageOf': 'Page {page} sur {count}',
  'print.notes': 'Commentaires',
  'print.noSpeaker': 'Intervenant non noté',
  'print.leftOutHere': '[passage sensible omis]',
  'print.leftOut': {
    one: '{count} passage sensible est omis.',
    many: '{count} passages sensibles sont omis.',
    other: '{count} passages sensibles sont omis.',
  },
}
