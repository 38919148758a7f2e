import type { Translation } from '../../catalogue.ts'
import type { search as english } from '../en/search.ts'

export const search: Translation<typeof english> = {
  'search.title': 'Chercher dans la réunion',
  'search.words': 'Mots à chercher',
  'search.placeholder': 'Des mots, ou qui parle',
  'search.hint': 'Toutes les notes que vous pouvez lire, et le projet.',
  'search.count': {
    one: '{count} passage trouvé',
    many: '{count} passages trouvés',
    other: '{count} passages trouvés',
  },
  'search.missing': {
    one: 'Un texte n’est pas encore sur cet appareil : la recherche ne le couvre pas.',
    many: '{count} textes ne sont pas encore sur cet appareil : la recherche ne les couvre pas.',
    other: '{count} textes ne sont pas encore sur cet appareil : la recherche ne les couvre pas.',
  },
}
