import type { Translation } from '../../catalogue.ts'
import type { outline as english } from '../en/outline.ts'

export const outline: Translation<typeof english> = {
  'outline.title': 'Plan',
  'outline.empty': 'Rien n’est encore noté. Les titres et les interventions figurent ici.',
  'outline.noneSuch': 'Aucune intervention de ce type par cet intervenant.',
  'outline.everybody': 'Tous les intervenants',
  'outline.bySpeaker': 'Qui a parlé',
  'outline.byKind': 'Seulement les interventions avec',
  'outline.silent': {
    one: '{count} ligne sans intervenant',
    many: '{count} lignes sans intervenant',
    other: '{count} lignes sans intervenant',
  },
  'outline.counts': 'Décompte',
  'outline.words': 'Mots',
  'outline.selected': 'Mots sélectionnés',
  'outline.interventions': 'Prises de parole',
}
