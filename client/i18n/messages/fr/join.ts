import type { Translation } from '../../catalogue.ts'
import type { join as english } from '../en/join.ts'

export const join: Translation<typeof english> = {
  'join.invitedTo': 'Vous êtes invité à',
  'join.youSpeakFor': 'Vous parlez au nom de',
  'join.youAre': 'Vous participez en qualité de',
  'join.notMyMechanism': 'Ce n’est pas mon mécanisme',
  'join.notMe': 'Ce n’est pas mon invitation',
  'join.wrongBody':
    'N’utilisez alors pas ce lien : ce que vous écririez serait attribué à quelqu’un d’autre. Prévenez le secrétariat qui l’a envoyé et demandez l’invitation faite pour vous. Ce lien reste inchangé.',
  'join.name': 'Votre nom, tel que les autres le verront',
  'join.nameless': 'Indiquez votre nom, pour que les autres sachent qui écrit.',
  'join.join': 'Rejoindre la réunion',
  'join.joining': 'Connexion…',
  'join.foot.chair':
    'Vous préparez la réunion, invitez les personnes et exportez les résultats. Ce que vous écrivez est enregistré sous votre nom.',
  'join.foot.rapporteur':
    'Vous rédigez les notes de vos thèmes et le projet, avec les autres rapporteurs. Ce que vous écrivez est enregistré sous votre nom.',
  'join.foot.participant':
    'Vous lisez les notes et le projet à mesure qu’ils s’écrivent. Les autres voient votre nom ; c’est la présidence qui décide qui est nommé à l’extérieur.',
  'join.foot.observer':
    'Vous lisez les notes et le projet à mesure qu’ils s’écrivent, dans la mesure où ils sont ouverts aux observateurs. Les autres voient votre nom.',
  'join.endedOn': 'Cette invitation a pris fin le {moment}',
  'join.ended': 'Cette invitation a pris fin',
  'join.endedBody':
    'Demandez-en une nouvelle : le secrétariat l’enverra à la même adresse. Rien de ce que vous avez écrit n’est perdu.',
  'join.used': 'Cette invitation a déjà été utilisée',
  'join.usedBody':
    'Demandez-en une autre à la présidence, ou ouvrez-la sur l’appareil où vous l’avez déjà utilisée.',
  'join.unknown': 'Cette invitation n’existe pas',
  'join.unknownBody':
    'Vérifiez que le lien est complet : les messageries coupent parfois les liens longs. Ou demandez-en un nouveau au secrétariat.',
  'join.noAnswer': 'Pas de réponse ? Appelez le secrétariat de la réunion ou écrivez-lui.',
  'join.replace.title': 'Ce navigateur est dans la réunion au nom de {name}',
  'join.replace.titleUnknown': 'Ce navigateur est dans la réunion au nom d’une autre personne',
  'join.replace.body':
    'Un navigateur est un seul membre d’une réunion. Ce que vous écrirez ensuite sera enregistré sous le nom que vous choisissez ici.',
  'join.replace.stay': 'Rester {name}',
  'join.replace.stayUnknown': 'Rester qui je suis',
  'join.replace.go': 'Rejoindre en tant que {name}',
}
