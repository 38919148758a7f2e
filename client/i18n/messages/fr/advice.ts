import type { Translation } from '../../catalogue.ts'
import type { advice as english } from '../en/advice.ts'

export const advice: Translation<typeof english> = {
  'advice.title': 'Conseils',
  'advice.switch': 'Conseils',
  'advice.switchHint': 'Là où une recommandation peut laisser un doute au lecteur',
  'advice.count': { one: '{count} conseil', many: '{count} conseils', other: '{count} conseils' },
  'advice.none': 'Aucun conseil pour ce texte.',
  'advice.dismiss': 'Écarter',
  'advice.dismissHint': 'Il revient quand ces mots changent.',
  'advice.dismissed': { one: '{count} écarté', many: '{count} écartés', other: '{count} écartés' },
  'advice.again': 'Afficher de nouveau',
  'advice.addressee': 'Personne n’est visé',
  'advice.addressee.why':
    'Dites qui doit agir : « Les États devraient … », « Les rapporteurs nationaux devraient … ».',
  'advice.no-request': 'Rien n’est demandé',
  'advice.no-request.why':
    'Une recommandation dit qui devrait faire quoi. Si ce texte ne fait qu’expliquer, faites-en un paragraphe.',
  'advice.two-actions': 'Deux choses sont demandées',
  'advice.two-actions.why':
    'Séparées, chacune peut être approuvée, suivie et faire l’objet d’un rapport : scindez, ou énumérez a), b).',
  'advice.weak': 'Demandé très faiblement',
  'advice.weak.why': 'Du plus fort au plus faible : {ladder}. Choisissez le degré voulu.',
  'advice.mixed': 'Deux degrés dans une même recommandation',
  'advice.mixed.why': 'Le lecteur se demande lequel vaut. Du plus fort au plus faible : {ladder}.',
  'advice.grammar': 'Une autre tournure que le reste',
  'advice.grammar.why.report':
    'La plupart du projet dit qui devrait agir (« Les États devraient établir … »). Gardez une seule tournure.',
  'advice.grammar.why.upr':
    'La plupart du projet commence par le verbe (« Établir … »). Gardez une seule tournure.',
  'advice.acronym': '{name} n’est pas développé',
  'advice.acronym.why': 'Écrivez d’abord le nom entier, suivi du sigle entre parenthèses.',
  'advice.acronym.later': 'Le nom entier vient plus loin dans le projet : placez-le ici.',
  'advice.term': '« {name} » ou « {preferred} » ?',
  'advice.term.why':
    'La plupart du projet dit « {preferred} ». Un mot pour une chose ; deux seulement si une différence est voulue.',
  'advice.long.item': { one: '{count} mot', many: '{count} mots', other: '{count} mots' },
  'advice.long.item.why':
    'Plus de 100 ne tiennent pas ensemble sur l’écran de la salle. Scindez, ou énumérez les parties.',
  'advice.long.sentence': {
    one: '{count} mot dans une phrase',
    many: '{count} mots dans une phrase',
    other: '{count} mots dans une phrase',
  },
  'advice.long.sentence.why':
    'Elle doit être lue à haute voix et interprétée. On s’accorde plus facilement sur deux phrases.',
}
