import type { Translation } from '../../catalogue.ts'
import type { statements as english } from '../en/statements.ts'

export const statements: Translation<typeof english> = {
  'statements.import': 'Importer une déclaration…',
  'statements.dropHere': 'Déposez la déclaration ici : Word, Markdown ou texte brut',
  'statements.oneAtATime': 'Un fichier à la fois : le premier est lu.',
  'statements.title': 'Importer une déclaration écrite',
  'statements.sending': 'Envoi du fichier : {percent} %',
  'statements.reading': 'Lecture du fichier…',
  'statements.notRead': 'Il n’y a pas encore de texte à insérer.',
  'statements.again': 'Réessayer',
  'statements.another': 'Choisir un autre fichier…',
  'statements.insert': 'Insérer comme une seule intervention',
  'statements.inserted': {
    one: '{count} passage est dans les notes.',
    other: '{count} passages sont dans les notes.',
  },
  'statements.afterCaret': 'Elle est placée après l’intervention où se trouve le curseur.',
  'statements.atEnd': 'Elle est placée à la fin des notes.',
  'statements.numbers': 'Garder les numéros des paragraphes ({number} …)',
  'statements.numbersHint': 'Comme texte au début de chaque paragraphe, pour qu’on puisse le retrouver.',
  'statements.passages': {
    one: 'Elle devient {count} passage',
    other: 'Elle devient {count} passages',
  },
  'statements.more': {
    one: 'Et {count} autre, également inséré.',
    other: 'Et {count} autres, également insérés.',
  },
  'statements.whole': 'Tout le texte a été lu ; rien n’est laissé de côté.',
  'statements.leftOut': 'Non repris, ou d’une autre apparence',
  'statements.left.images': {
    one: '{count} image n’a pas été reprise.',
    other: '{count} images n’ont pas été reprises.',
  },
  'statements.left.drawings': {
    one: '{count} dessin ou graphique n’a pas été repris.',
    other: '{count} dessins ou graphiques n’ont pas été repris.',
  },
  'statements.left.tables': {
    one: '{count} tableau : chaque rangée devient une ligne.',
    other: '{count} tableaux : chaque rangée devient une ligne.',
  },
  'statements.left.comments': {
    one: '{count} commentaire n’a pas été repris.',
    other: '{count} commentaires n’ont pas été repris.',
  },
  'statements.left.deletions': {
    one: '{count} suppression suivie a été laissée de côté.',
    other: '{count} suppressions suivies ont été laissées de côté.',
  },
  'statements.left.hidden': {
    one: '{count} texte masqué a été laissé de côté :',
    other: '{count} textes masqués ont été laissés de côté :',
  },
  'statements.left.headers': {
    one: '{count} en-tête ou pied de page a été laissé de côté :',
    other: '{count} en-têtes ou pieds de page ont été laissés de côté :',
  },
  'statements.left.symbols': {
    one: '{count} signe d’une police de symboles figure comme □.',
    other: '{count} signes de polices de symboles figurent comme □.',
  },
  'statements.left.links': {
    one: '{count} lien est devenu du texte, car son adresse n’est pas sûre.',
    other: '{count} liens sont devenus du texte, car leurs adresses ne sont pas sûres.',
  },
  'statements.left.encoding': {
    one: 'Le fichier ne dit pas comment ses lettres sont codées : vérifiez les accents.',
    other: 'Le fichier ne dit pas comment ses lettres sont codées : vérifiez les accents.',
  },
  'statements.left.definitions': {
    one: '{count} adresse de lien à laquelle rien ne renvoie a été laissée de côté.',
    other: '{count} adresses de liens auxquelles rien ne renvoie ont été laissées de côté.',
  },
  'statements.left.other': {
    one: '{count} morceau n’a pas pu être placé. Copiez-le si vous en avez besoin :',
    other: '{count} morceaux n’ont pas pu être placés. Copiez-les si vous en avez besoin :',
  },
  'statements.problem.format':
    'Ce n’est ni un document Word, ni du Markdown, ni du texte brut. Enregistrez-le en .docx, ou copiez son texte et collez-le dans les notes.',
  'statements.problem.legacy':
    'C’est un ancien document Word (.doc). Ouvrez-le dans Word, enregistrez-le en .docx et choisissez ce fichier.',
  'statements.problem.encrypted':
    'Ce document est protégé par un mot de passe. Enregistrez une copie sans mot de passe et choisissez ce fichier.',
  'statements.problem.damaged':
    'Ce fichier est endommagé, ou n’est pas ce que dit son nom. Ouvrez-le dans Word, enregistrez-le de nouveau en .docx et choisissez ce fichier.',
  'statements.problem.too-much':
    'Ce fichier contient bien plus qu’une déclaration ; il n’a donc pas été ouvert. Copiez son texte et collez-le dans les notes.',
  'statements.problem.too-long':
    'Ce texte est trop long pour une seule intervention. Divisez le fichier et importez les parties l’une après l’autre.',
  'statements.problem.too-slow':
    'La lecture de ce fichier durait trop longtemps et a été arrêtée. Réessayez, ou copiez son texte et collez-le dans les notes.',
  'statements.problem.empty':
    'Il n’y a pas de texte dans ce fichier. Un document numérisé ne contient que des images.',
  'statements.problem.offline':
    'Vous êtes hors ligne. La lecture d’un fichier demande la connexion ; le fichier reste choisi. Réessayez quand vous serez de nouveau en ligne.',
  'statements.problem.too-large':
    'Ce fichier dépasse 5 Mo. Retirez-en les images, ou copiez son texte et collez-le dans les notes.',
  'statements.problem.too-many':
    'Beaucoup de fichiers sont lus en ce moment. Attendez un instant, puis réessayez.',
  'statements.problem.forbidden': 'Vous ne pouvez plus écrire dans ces notes. Adressez-vous à la présidence.',
  'statements.problem.failed':
    'Le fichier n’a pas pu être lu pour le moment. Réessayez dans un instant ; il reste choisi.',
}
