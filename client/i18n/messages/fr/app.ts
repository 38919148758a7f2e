import type { Translation } from '../../catalogue.ts'
import type { app as english } from '../en/app.ts'

export const app: Translation<typeof english> = {
  'app.purpose': 'Les notes d’une réunion, écrites ensemble, qui deviennent ses recommandations.',
  'language.label': 'Langue',
  'offline.changesKept': {
    one: 'Vous êtes hors ligne : {count} modification est conservée sur cet appareil. Continuez à écrire. Elle sera envoyée au retour de la connexion.',
    other:
      'Vous êtes hors ligne : {count} modifications sont conservées sur cet appareil. Continuez à écrire. Elles seront envoyées au retour de la connexion.',
  },
}
