import type { Translation } from '../../catalogue.ts'
import type { late as english } from '../en/late.ts'

export const late: Translation<typeof english> = {
  'late.title': 'Mots arrivés trop tard',
  'late.kicker': 'Pour la présidence',
  'late.how':
    'Ces mots sont arrivés quand leur auteur ne pouvait plus écrire ici. Admettre les met dans le texte au nom de leur auteur. Prendre vous donne le texte, pour en faire ce que vous voulez. Écarter le supprime.',
  'late.list': 'Ce qui attend',
  'late.none': 'Rien n’est arrivé trop tard.',
  'late.noneHow':
    'Ce que quelqu’un envoie après un changement de son rôle ou de la phase attend ici votre décision.',
  'late.onlyChair': 'Seule la présidence décide des mots arrivés trop tard.',
  'late.onlyChairBody': 'Demandez à la présidence ce que sont devenus les vôtres.',
  'late.failed': 'Les mots arrivés trop tard ne peuvent pas être lus maintenant.',
  'late.somebody': 'Quelqu’un qui est parti',
  'late.unknownPlace': 'Un thème qui n’existe plus',
  'late.came': 'arrivé le {moment}',
  'late.noWords': 'Une modification sans mots nouveaux : quelque chose a été supprimé, déplacé ou marqué.',
  'late.beginning': {
    one: 'Ceci est le début ; il y a {count} caractère en tout. Prendre donne le texte entier.',
    other: 'Ceci est le début ; il y a {count} caractères en tout. Prendre donne le texte entier.',
  },
  'late.more': 'Tout afficher',
  'late.less': 'Afficher moins',
  'late.admit': 'Admettre',
  'late.admitting': 'Admission…',
  'late.take': 'Prendre le texte',
  'late.taking': 'Prise du texte…',
  'late.drop': 'Écarter',
  'late.dropping': 'Suppression…',
  'late.admitted': '{place} : les mots de {name} sont dans le texte.',
  'late.dropped': '{place} : les mots de {name} sont écartés.',
  'late.noFit': 'Ces mots ne s’accordent plus avec le texte, ou s’y trouvent déjà. Prenez plutôt le texte.',
  'late.decided': 'Quelqu’un a déjà décidé de ces mots.',
  'late.taken':
    'Vous avez ce texte, et il n’attend plus. Copiez-le ou téléchargez-le : il n’est conservé nulle part ailleurs.',
  'late.textOf': 'Mots de {name}',
  'late.copy': 'Copier',
  'late.copied': 'Copié',
  'late.download': 'Télécharger',
  'late.done': 'Terminé',
  'late.dropTitle': 'Écarter les mots de {name} ?',
  'late.dropBody': {
    one: '{count} caractère est supprimé. Personne ne pourra le rétablir.',
    other: '{count} caractères sont supprimés. Personne ne pourra les rétablir.',
  },
  'late.dropNoWords': 'Une modification sans mots nouveaux est supprimée. Personne ne pourra la rétablir.',
  'late.dropAction': 'Écarter ces mots',
  'late.dropKeep': 'Les garder',
  'late.quoted': '« {text} »',
  'late.mine': 'Vos derniers mots',
  'late.mineLate': 'Vos derniers mots sont arrivés trop tard',
  'late.mineLateBody':
    'Vos mots ne sont pas dans le texte, mais ils ne sont pas perdus : le serveur les conserve pour la présidence, qui en décidera. Vous pouvez les copier et continuer avec le texte tel que le serveur l’a.',
  'late.mineLateNoText':
    'Votre dernière modification, sans mots nouveaux, est conservée pour la présidence, qui en décidera. Continuez avec le texte tel que le serveur l’a.',
  'late.mineRefused': 'Vos derniers mots n’ont pas été acceptés',
  'late.mineRefusedBody':
    'Vos mots sont seulement sur cet appareil. Copiez-les ou téléchargez-les, puis continuez avec le texte tel que le serveur l’a.',
  'late.mineRefusedNoText':
    'Le serveur n’a pas accepté votre dernière modification, qui ne contient pas de mots nouveaux. Continuez avec le texte tel que le serveur l’a.',
  'late.goOn': 'Continuer',
  'late.goOnWithout': 'Continuer sans eux',
  'late.letGoTitle': 'Abandonner vos derniers mots ?',
  'late.letGoBody': 'Vous ne les avez ni copiés ni téléchargés, et ils sont seulement sur cet appareil.',
  'late.letGo': 'Les abandonner',
  'late.endedRole': 'La présidence a changé votre rôle : {role}. Vous pouvez lire ici, et non plus écrire.',
  'late.endedPhase':
    'La réunion est dans une autre phase : {phase}. Vous pouvez lire ici, et non plus écrire.',
  'late.endedTopic': 'Ce thème n’est plus l’un des vôtres. Vous pouvez lire ici, et non plus écrire.',
}
