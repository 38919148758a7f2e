import type { Translation } from '../../catalogue.ts'
import type { errors as english } from '../en/errors.ts'

export const errors: Translation<typeof english> = {
  'error.offline': 'Le serveur est injoignable.',
  'error.offline.hint': 'Réessayez au retour de la connexion.',
  'error.internal': 'Une erreur s’est produite sur le serveur.',
  'error.internal.hint': 'Réessayez dans un instant.',
  'error.bad-request': 'Cette demande n’a pas pu être comprise.',
  'error.bad-request.hint': 'Rechargez la page et réessayez.',
  'error.signed-out': 'Vous n’êtes pas connecté.',
  'error.signed-out.hint':
    'Ouvrez de nouveau votre lien d’invitation. Ce que vous avez écrit sur cet appareil est conservé.',
  'error.forbidden': 'Votre rôle dans cette réunion ne le permet pas.',
  'error.forbidden.hint': 'Adressez-vous à la présidence de la réunion.',
  'error.origin-refused': 'Cette demande provenait d’un autre site.',
  'error.origin-refused.hint': 'Ouvrez Minuta à sa propre adresse.',
  'error.not-found': 'Il n’y a rien à cette adresse.',
  'error.not-found.hint': 'Vérifiez le lien ou repartez de la première page.',
  'error.too-large': 'C’est plus que ce qui peut être envoyé en une fois.',
  'error.too-large.hint': 'Envoyez-le en plusieurs parties.',
}
