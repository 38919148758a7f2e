import type { Translation } from '../../catalogue.ts'
import type { wipe as english } from '../en/wipe.ts'

export const wipe: Translation<typeof english> = {
  'wipe.title': 'Supprimer la plus grande partie de ce texte pour tout le monde ?',
  'wipe.body': {
    one: '{place} : ce qui a été modifié sur cet appareil supprimerait {removed} caractères sur {count}. Les autres ont le texte entier ; rien n’est encore supprimé.',
    many: '{place} : ce qui a été modifié sur cet appareil supprimerait {removed} caractères sur {count}. Les autres ont le texte entier ; rien n’est encore supprimé.',
    other:
      '{place} : ce qui a été modifié sur cet appareil supprimerait {removed} caractères sur {count}. Les autres ont le texte entier ; rien n’est encore supprimé.',
  },
  'wipe.thisText': 'Ce texte',
  'wipe.words':
    'Si vous gardez le texte, ces mots que vous avez écrits sont abandonnés. Copiez-les ou téléchargez-les d’abord.',
  'wipe.keep': 'Garder le texte',
  'wipe.delete': 'Supprimer pour tout le monde',
}
