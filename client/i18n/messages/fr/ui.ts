import type { Translation } from '../../catalogue.ts'
import type { ui as english } from '../en/ui.ts'

export const ui: Translation<typeof english> = {
  'ui.close': 'Fermer',
  'ui.cancel': 'Annuler',
  'ui.undo': 'Annuler l’action',
  'ui.more': 'Plus',
  'ui.loading': 'Chargement…',
  'ui.tryAgain': 'Réessayer',
  'ui.notLoaded': 'Cela n’a pas pu être chargé. Réessayez au retour de la connexion.',
  'ui.reload': 'Recharger',
}
