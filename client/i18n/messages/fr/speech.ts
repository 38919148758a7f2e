import type { Translation } from '../../catalogue.ts'
import type { speech as english } from '../en/speech.ts'

export const speech: Translation<typeof english> = {
  'speech.setting': 'Modifications des autres, lues à voix haute : {choice}',
  'speech.title': 'Ce que font les autres, lu par les lecteurs d’écran',
  'speech.all': 'Chaque ligne',
  'speech.allHint': 'Chaque ligne que quelqu’un d’autre a terminée',
  'speech.summary': 'Résumés',
  'speech.summaryHint': 'Qui a écrit, combien et où, toutes les 20 secondes au plus',
  'speech.none': 'Rien',
  'speech.noneHint': 'Alt+W dit toujours qui est où',
  'speech.added': {
    one: '{name} a ajouté {count} ligne sous {where}.',
    other: '{name} a ajouté {count} lignes sous {where}.',
  },
  'speech.addedHere': {
    one: '{name} a ajouté {count} ligne.',
    other: '{name} a ajouté {count} lignes.',
  },
  'speech.changed': {
    one: '{name} a modifié {count} ligne sous {where}.',
    other: '{name} a modifié {count} lignes sous {where}.',
  },
  'speech.changedHere': {
    one: '{name} a modifié {count} ligne.',
    other: '{name} a modifié {count} lignes.',
  },
  'speech.removed': {
    one: '{name} a supprimé {count} ligne sous {where}.',
    other: '{name} a supprimé {count} lignes sous {where}.',
  },
  'speech.removedHere': {
    one: '{name} a supprimé {count} ligne.',
    other: '{name} a supprimé {count} lignes.',
  },
  'speech.speakers': {
    one: '{count} intervenant',
    other: '{count} intervenants',
  },
  'speech.andOthers': {
    one: '{count} autre personne a écrit aussi.',
    other: '{count} autres personnes ont écrit aussi.',
  },
  'speech.inLine': {
    one: '{names} est dans cette ligne.',
    other: '{names} sont dans cette ligne.',
  },
  'speech.commented': 'Commentaire de {names} sur une ligne que vous avez écrite.',
  'speech.resolved': '{name} a clos un fil sur une ligne que vous avez écrite.',
  'speech.reopened': 'Un fil sur une ligne que vous avez écrite est rouvert.',
  'speech.sameBelow': {
    one: '{name} note aussi {where}, {count} ligne plus bas.',
    other: '{name} note aussi {where}, {count} lignes plus bas.',
  },
  'speech.sameAbove': {
    one: '{name} note aussi {where}, {count} ligne plus haut.',
    other: '{name} note aussi {where}, {count} lignes plus haut.',
  },
  'speech.theSame': 'les mêmes mots',
  'speech.same': 'Deux personnes notent la même intervention',
  'speech.show': 'Montrer',
  'speech.dismiss': 'Écarter cette indication',
}
