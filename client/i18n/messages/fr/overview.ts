import type { Translation } from '../../catalogue.ts'
import type { overview as english } from '../en/overview.ts'

export const overview: Translation<typeof english> = {
  'overview.comma': ', ',
  'overview.side': 'Étape et personnes',
  'overview.mechanisms': {
    one: '{count} mécanisme',
    other: '{count} mécanismes',
  },
  'overview.discussion': 'Échanges',
  'overview.noDiscussion':
    'Rien n’est encore discuté. Ce qui ne concerne ni un passage ni une recommandation en particulier a sa place ici.',
  'overview.newComment': 'Nouveau commentaire',
  'overview.needsYou': 'À faire',
  'overview.nothingNeedsYou': 'Rien ne vous attend.',
  'overview.need.late': {
    one: '{count} passage est arrivé trop tard',
    other: '{count} passages sont arrivés trop tard',
  },
  'overview.need.lateFrom': 'Écrit par {names}. À vous d’en décider.',
  'overview.need.showLate': 'Lire et décider',
  'overview.need.merge': {
    one: '{count} recommandation figure dans les notes mais pas dans le projet',
    other: '{count} recommandations figurent dans les notes mais pas dans le projet',
  },
  'overview.need.topics': {
    one: 'Thème {numbers}',
    other: 'Thèmes {numbers}',
  },
  'overview.need.reviewMerge': 'Examiner la fusion',
  'overview.need.ownWords': {
    one: '{count} de vos interventions attend votre vérification',
    other: '{count} de vos interventions attendent votre vérification',
  },
  'overview.need.checkWords': 'Vérifier',
  'overview.need.corrections': {
    one: '{count} correction est proposée pour les notes',
    other: '{count} corrections sont proposées pour les notes',
  },
  'overview.need.decideCorrections': 'Lire et décider',
  'overview.need.noSpeaker': {
    one: '{count} ligne n’a pas d’orateur',
    other: '{count} lignes n’ont pas d’orateur',
  },
  'overview.need.showLines': 'Voir les lignes',
  'overview.need.notOpened': {
    one: '{names} n’a pas ouvert son invitation',
    other: '{names} n’ont pas ouvert leur invitation',
  },
  'overview.need.others': {
    one: '{count} autre',
    other: '{count} autres',
  },
  'overview.need.linksEnd': 'Les liens prennent fin le {moment}.',
  'overview.need.showMembers': 'Voir les membres',
  'overview.times': 'Heures locales de la réunion : {zone}.',
  'overview.now': 'En cours',
  'overview.here': 'Ici : {names}',
  'overview.noNotes': 'Pas encore de notes',
  'overview.notOpenToYou': 'Non accessible',
  'overview.lines': {
    one: '{count} ligne',
    other: '{count} lignes',
  },
  'overview.recommendations': {
    one: '{count} rec.',
    other: '{count} rec.',
  },
  'overview.whereWeAre': 'Où nous en sommes',
  'overview.phaseDone': ' (terminé)',
  'overview.day': 'jour {day} sur {days}',
  'overview.changePhase': 'Changer d’étape',
  'overview.phase.title': 'À quelle étape en est la réunion ?',
  'overview.phase.change': 'Changer d’étape pour tous',
  'overview.phase.changing': 'Changement…',
  'overview.phase.same': 'La réunion en est à cette étape.',
  'overview.phase.preparation': 'La présidence et les rapporteurs préparent les notes et le projet.',
  'overview.phase.in-session': 'Les rapporteurs rédigent les notes et le projet.',
  'overview.phase.draft-in-the-room': 'Le projet est examiné ; les notes et le projet restent ouverts.',
  'overview.phase.comments':
    'Le projet est diffusé ; les rapporteurs corrigent les notes et rédigent le projet.',
  'overview.phase.silence': 'Les notes et le projet sont fermés.',
  'overview.phase.adopted': 'Les notes et le projet sont fermés.',
  'overview.phase.archived': 'Tout est en lecture seule.',
  'overview.whoIsHere': 'Qui est ici',
  'overview.you': ' (vous)',
  'overview.others': {
    one: '{count} autre personne est ici.',
    other: '{count} autres personnes sont ici.',
  },
  'overview.showAll': 'Voir tout',
}
