import type { Translation } from '../../catalogue.ts'
import type { shell as english } from '../en/shell.ts'

export const shell: Translation<typeof english> = {
  'shell.skip': 'Aller au texte',
  'shell.sample': 'Réunion d’exemple, texte inventé',
  'shell.myMeetings': 'Minuta : mes réunions',
  'shell.toMyMeetings': 'Vers mes réunions',
  'shell.rail': 'Réunion',
  'shell.openRail': 'Ouvrir le menu',
  'shell.overview': 'Vue d’ensemble',
  'shell.agenda': 'Ordre du jour',
  'shell.outcome': 'Résultats',
  'shell.ownWords': 'Nos propos',
  'shell.mechanismWords': 'Propos à confirmer',
  'shell.ownWordsCount': {
    one: '{count} intervention à vérifier',
    other: '{count} interventions à vérifier',
  },
  'shell.merge': 'Fusion',
  'shell.draft': 'Projet',
  'shell.export': 'Exporter',
  'shell.setup': 'Paramètres',
  'shell.topic': 'Thème {number}',
  'shell.mergeCount': {
    one: '{count} recommandation absente du projet',
    other: '{count} recommandations absentes du projet',
  },
  'shell.draftCount': {
    one: '{count} recommandation',
    other: '{count} recommandations',
  },
  'shell.onThisPage': 'Aussi sur cette page',
  'shell.andMore': {
    one: '{count} autre',
    other: '{count} autres',
  },
  'shell.nobodyElse': 'Personne d’autre n’est ici.',
  'shell.myMenu': 'Mon menu',
  'shell.language': 'Langue : {language}',
  'shell.theme': 'Thème',
  'shell.theme.light': 'Clair',
  'shell.theme.dark': 'Sombre',
  'shell.theme.system': 'Comme sur cet appareil',
  'shell.thisPage': 'Aide et déconnexion',
  'shell.search': 'Chercher dans la réunion',
  'shell.shortcuts': 'Raccourcis clavier',
  'shell.install': 'Installer Minuta',
  'shell.installHint': 'Une icône et une fenêtre à part',
  'shell.noOfflineStart': 'Démarrer sans réseau',
  'shell.noOfflineStartHint':
    'Impossible à cette adresse : elle est en http simple. Ouvrez Minuta en https, ou par localhost sur la machine qui l’héberge, et il s’ouvrira aussi hors ligne.',
  'shell.keys.everywhere': 'Partout',
  'shell.keys.list': 'Cette liste',
  'shell.keys.search': 'Chercher dans la réunion',
  'shell.keys.region': 'Partie suivante de la page : menu, texte, volet',
  'shell.keys.who': 'Qui est ici, lu à voix haute',
  'shell.keys.status': 'Si tout est enregistré, lu à voix haute',
  'shell.signOut': 'Se déconnecter',
  'shell.signingOut': 'Déconnexion…',
  'shell.signOut.title': 'Se déconnecter sur cet appareil ?',
  'shell.signOut.body':
    'Vous quittez ici toutes vos réunions. Le texte que cet appareil en conserve est effacé. Pour revenir, il vous faut votre lien d’invitation.',
  'shell.signOut.unsentTitle': {
    one: '{count} modification n’est pas encore enregistrée',
    other: '{count} modifications ne sont pas encore enregistrées',
  },
  'shell.signOut.unsentBody':
    'Elles ne sont que sur cet appareil. Si vous vous déconnectez maintenant, elles sont perdues. Attendez que tout soit enregistré.',
  'shell.signOut.lose': 'Se déconnecter et les perdre',
  'shell.signOut.stay': 'Rester connecté',
  'shell.roleChanged': 'La présidence a changé votre rôle : {role}.',
  'shell.status.saved': 'Tout est enregistré',
  'shell.status.saving': 'Enregistrement…',
  'shell.status.offline': {
    one: 'Hors ligne, {count} modification conservée ici',
    other: 'Hors ligne, {count} modifications conservées ici',
  },
  'shell.status.offlineNothing': 'Hors ligne, tout est enregistré',
  'shell.status.notSaved': 'Non enregistré : problème de stockage',
  'shell.status.refused': 'Non accepté : voir le message',
  'shell.status.late': 'Trop tard : la présidence décide',
  'shell.status.reading': 'Lecture, texte de {time}',
  'shell.status.readingOld': 'Lecture, sans connexion',
  'shell.banner.offline': {
    one: 'Vous êtes hors ligne : {count} modification est conservée sur cet appareil.',
    other: 'Vous êtes hors ligne : {count} modifications sont conservées sur cet appareil.',
  },
  'shell.banner.offlineBody': {
    one: 'Continuez à écrire. Elle sera envoyée au retour de la connexion.',
    other: 'Continuez à écrire. Elles seront envoyées au retour de la connexion.',
  },
  'shell.banner.offlineNothing': 'Vous êtes hors ligne.',
  'shell.banner.offlineNothingBody':
    'Tout ce que vous avez écrit est enregistré. Continuez à écrire : le texte est conservé sur cet appareil et envoyé au retour de la connexion.',
  'shell.banner.reading': 'La réunion est injoignable.',
  'shell.banner.readingBody':
    'Voici le texte de {time}, en lecture seule. Nous réessayons toutes les quelques secondes.',
  'shell.banner.readingOld':
    'Voici le texte que cet appareil conserve, en lecture seule. Nous réessayons toutes les quelques secondes.',
  'shell.banner.storageFull': 'Non enregistré : le disque du serveur est plein.',
  'shell.banner.storageFailed': 'Non enregistré : le serveur ne peut pas écrire sur son disque.',
  'shell.banner.storageBody': {
    one: 'Continuez à écrire. Votre dernière modification est conservée sur cet appareil et sera envoyée dès que possible.',
    other:
      'Continuez à écrire. Vos {count} dernières modifications sont conservées sur cet appareil et seront envoyées dès que possible.',
  },
  'shell.banner.storageWait':
    'Ce que vous écrivez est conservé sur cet appareil et sera envoyé dès que possible.',
  'shell.banner.device': 'Cet appareil ne peut pas conserver vos modifications.',
  'shell.banner.deviceBody': 'Restez en ligne et gardez cette page ouverte, ou téléchargez votre texte.',
  'shell.banner.download': 'Télécharger mes modifications',
  'shell.banner.signedOut': 'Votre connexion a pris fin.',
  'shell.banner.signedOutBody': {
    one: 'Connectez-vous pour envoyer {count} modification conservée sur cet appareil.',
    other: 'Connectez-vous pour envoyer {count} modifications conservées sur cet appareil.',
  },
  'shell.banner.signedOutNothing':
    'Tout ce que vous avez écrit est enregistré. Connectez-vous pour continuer.',
  'shell.banner.signIn': 'Se connecter',
  'shell.banner.refused': 'Le serveur n’a pas accepté vos derniers mots.',
  'shell.banner.refusedBody': {
    one: '{count} modification est seulement sur cet appareil. Copiez-la ou téléchargez-la avant de continuer.',
    other:
      '{count} modifications sont seulement sur cet appareil. Copiez-les ou téléchargez-les avant de continuer.',
  },
  'shell.banner.late': 'Vos mots sont arrivés trop tard.',
  'shell.banner.lateBody': {
    one: '{count} modification n’est pas perdue : le serveur la conserve et la présidence décidera.',
    other: '{count} modifications ne sont pas perdues : le serveur les conserve et la présidence décidera.',
  },
  'shell.banner.wipe': 'La plus grande partie d’un texte serait supprimée pour tout le monde.',
  'shell.banner.wipeBody': 'Rien n’est encore supprimé : c’est à vous de décider.',
  'shell.banner.decide': 'Décider',
  'shell.banner.show': 'Les voir',
  'shell.banner.oldVersion': 'Minuta a été mis à jour.',
  'shell.banner.oldVersionBody': 'Rechargez pour continuer à écrire ; votre texte est conservé.',
  'shell.banner.newVersionBody':
    'Continuez à écrire et rechargez quand cela vous convient ; votre texte est conservé.',
  'shell.unreachable': 'La réunion est injoignable',
  'shell.unreachableBody':
    'Cet appareil n’en conserve encore aucun texte. Nous réessayons toutes les quelques secondes.',
  'shell.signInEnded': 'Votre connexion a pris fin',
  'shell.signInEndedBody':
    'Ouvrez de nouveau votre lien d’invitation, sur cet appareil. Ce que vous y avez écrit est conservé jusque-là.',
  'shell.notSignedIn': 'Vous n’êtes pas connecté',
  'shell.notSignedInBody':
    'Une réunion s’ouvre par un lien d’invitation. Ouvrez celui que le secrétariat vous a envoyé ou demandez-en un à la présidence.',
  'shell.howToGetIn': 'Comment entrer',
  'shell.unknownMeeting': 'Vous n’êtes pas membre de cette réunion',
  'shell.unknownMeetingBody':
    'Cette réunion n’existe pas, ou votre invitation en concerne une autre. Vérifiez le lien ou demandez une invitation à sa présidence.',
  'shell.pageNotLoaded': 'Cette page n’a pas pu être chargée',
  'shell.pageNotLoadedBody':
    'La connexion a été coupée ou Minuta a été mis à jour. Rechargez pour continuer ; votre texte est conservé.',
  'shell.pageFailed': 'Cette page a cessé de fonctionner',
  'shell.pageFailedBody':
    'Rechargez pour continuer. Ce que vous avez écrit est sur le serveur ou conservé sur cet appareil.',
}
