import type { Translation } from '../../catalogue.ts'
import type { home as english } from '../en/home.ts'

export const home: Translation<typeof english> = {
  'home.toFirstPage': 'Vers la première page',
  'home.myMeetings': 'Mes réunions',
  'home.as': '{name}, {role}',
  'home.how':
    'On entre par un lien d’invitation ou son code QR, envoyé par le secrétariat ou la présidence de la réunion. Il n’y a pas de mot de passe.',
  'home.link': 'Votre lien d’invitation',
  'home.linkWrong':
    'Ce n’est pas un lien d’invitation. Il se termine par une longue suite de lettres et de chiffres.',
  'home.open': 'Ouvrir l’invitation',
  'home.operator':
    'Vous gérez ce serveur ? Le premier lien de présidence a été affiché au démarrage de Minuta.',
}
