import type { Catalogue } from '../catalogue.ts'

export const fr: Catalogue = {
  'app.purpose': 'Les notes d’une réunion, écrites ensemble, qui deviennent ses recommandations.',
  'language.label': 'Langue',
  'offline.changesKept': {
    one: 'Vous êtes hors ligne : {count} modification est conservée sur cet appareil. Continuez à écrire. Elle sera envoyée au retour de la connexion.',
    other:
      'Vous êtes hors ligne : {count} modifications sont conservées sur cet appareil. Continuez à écrire. Elles seront envoyées au retour de la connexion.',
  },
}
