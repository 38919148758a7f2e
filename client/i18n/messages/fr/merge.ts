import type { Translation } from '../../catalogue.ts'
import type { merge as english } from '../en/merge.ts'

export const merge: Translation<typeof english> = {
  'merge.title': 'Fusionner les notes dans le projet',
  'merge.planMade': 'Plan établi le {time}, d’après les notes de {topics}',
  'merge.topics': { one: '{count} point', other: '{count} points' },
  'merge.last': 'dernière fusion le {time}, par {name}',
  'merge.none': 'aucune fusion jusqu’ici',
  'merge.nothingChanges': 'Rien ne change avant que vous ne confirmiez',
  'merge.new': 'Nouveautés des notes',
  'merge.selected': '{chosen} sur {all} choisies',
  'merge.selectAll': 'Tout choisir',
  'merge.selectNone': 'Ne rien choisir',
  'merge.take': 'Prendre la recommandation : {who}',
  'merge.noSpeaker': 'Sans orateur',
  'merge.topicAt': 'point {number}, {time}',
  'merge.topic': 'point {number}',
  'merge.more': 'Tout afficher',
  'merge.less': 'Afficher une ligne',
  'merge.toAdd': {
    one: '{count} recommandation est ajoutée au projet.',
    other: '{count} recommandations sont ajoutées au projet.',
  },
  'merge.nothingToAdd': 'Rien n’est choisi.',
  'merge.withheld': {
    one: '{count} passage sensible est laissé de côté.',
    other: '{count} passages sensibles sont laissés de côté.',
  },
  'merge.canUndo': 'Vous pouvez annuler toute la fusion.',
  'merge.confirm': 'Confirmer la fusion',
  'merge.merging': 'Fusion…',
  'merge.selectFirst': 'Choisissez au moins une recommandation.',
  'merge.done': {
    one: 'La fusion {merge} est faite : {count} recommandation est dans le projet.',
    other: 'La fusion {merge} est faite : {count} recommandations sont dans le projet.',
  },
  'merge.openDraft': 'Ouvrir le projet',
  'merge.again': {
    one: 'Les notes ont changé pendant que vous décidiez. {count} choix est à revoir ; les autres tiennent.',
    other:
      'Les notes ont changé pendant que vous décidiez. {count} choix sont à revoir ; les autres tiennent.',
  },
  'merge.showThem': 'Les montrer',
  'merge.why.changed': 'Les mots ont changé depuis. Regardez-les de nouveau.',
  'merge.why.gone': 'Ce n’est plus une recommandation dans les notes.',
  'merge.why.merged': 'Quelqu’un d’autre l’a fusionnée.',
  'merge.movedOn': 'Les notes ont changé depuis que ce plan a été établi.',
  'merge.newPlan': 'Établir un nouveau plan',
  'merge.planning': 'Lecture des notes…',
  'merge.undo': 'Annuler la fusion {merge}',
  'merge.undoAsk': 'Annuler la fusion {merge} ?',
  'merge.undoWhat': {
    one: '{count} recommandation quitte le projet et revient dans les notes. Si elle a été modifiée depuis, elle reste.',
    other:
      '{count} recommandations quittent le projet et reviennent dans les notes. Celles qui ont été modifiées depuis restent.',
  },
  'merge.undoKeep': 'La garder',
  'merge.undoing': 'Annulation…',
  'merge.undone': {
    one: 'La fusion {merge} est annulée. {count} recommandation est revenue dans les notes.',
    other: 'La fusion {merge} est annulée. {count} recommandations sont revenues dans les notes.',
  },
  'merge.undoneKept': {
    one: 'La fusion {merge} est annulée. Les modifications faites depuis sont gardées : {count} recommandation reste dans le projet.',
    other:
      'La fusion {merge} est annulée. Les modifications faites depuis sont gardées : {count} recommandations restent dans le projet.',
  },
  'merge.empty': 'Toutes les recommandations des notes sont dans le projet.',
  'merge.emptyNone': 'Les notes ne contiennent encore aucune recommandation.',
  'merge.emptyHow': 'Marquez une ligne des notes comme recommandation : elle sera proposée ici.',
  'merge.notYours': 'Les rapporteurs et la présidence fusionnent les notes dans le projet.',
  'merge.closed': 'Rien ne peut être fusionné dans cette phase.',
  'merge.notDone': 'Rien n’a été fusionné.',
  'merge.notUndone': 'La fusion n’a pas été annulée.',
  'merge.noPlan': 'Le plan n’a pas pu être établi.',
}
