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
  'search.topic.title': 'Chercher dans ce thème',
  'search.topic.words': 'Chercher dans ce thème',
  'search.topic.at': '{at} sur {count}',
  'search.topic.count': {
    one: '{count} occurrence',
    many: '{count} occurrences',
    other: '{count} occurrences',
  },
  'search.topic.none': 'Rien trouvé',
  'search.topic.next': 'Occurrence suivante',
  'search.topic.before': 'Occurrence précédente',
  'search.topic.whole': 'Toute la réunion',
  'search.topic.only': 'Dans ce thème seulement',
  'search.keys.topic': 'Chercher dans ce thème ; encore une fois : dans toute la réunion',
  'search.keys.go': 'Occurrence suivante, précédente',
}
