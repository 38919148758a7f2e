import type { Translation } from '../../catalogue.ts'
import type { statements as english } from '../en/statements.ts'

export const statements: Translation<typeof english> = {
  'statements.import': 'Importar una declaración…',
  'statements.dropHere': 'Suelte aquí la declaración: Word, Markdown o texto sin formato',
  'statements.oneAtATime': 'Un archivo cada vez: se lee el primero.',
  'statements.title': 'Importar una declaración escrita',
  'statements.sending': 'Enviando el archivo: {percent} %',
  'statements.reading': 'Leyendo el archivo…',
  'statements.notRead': 'Todavía no hay texto que insertar.',
  'statements.again': 'Intentar de nuevo',
  'statements.another': 'Elegir otro archivo…',
  'statements.insert': 'Insertar como una sola intervención',
  'statements.inserted': {
    one: '{count} pasaje está en las notas.',
    other: '{count} pasajes están en las notas.',
  },
  'statements.afterCaret': 'Va después de la intervención en la que está el cursor.',
  'statements.atEnd': 'Va al final de las notas.',
  'statements.numbers': 'Conservar los números de los párrafos ({number} …)',
  'statements.numbersHint': 'Como texto al comienzo de cada párrafo, para poder encontrarlo.',
  'statements.passages': {
    one: 'Será {count} pasaje',
    other: 'Serán {count} pasajes',
  },
  'statements.more': {
    one: 'Y {count} más, que también se inserta.',
    other: 'Y {count} más, que también se insertan.',
  },
  'statements.whole': 'Se ha leído todo el texto; no falta nada.',
  'statements.leftOut': 'No se ha tomado, o no con el mismo aspecto',
  'statements.left.images': {
    one: '{count} imagen no se ha tomado.',
    other: '{count} imágenes no se han tomado.',
  },
  'statements.left.drawings': {
    one: '{count} dibujo o gráfico no se ha tomado.',
    other: '{count} dibujos o gráficos no se han tomado.',
  },
  'statements.left.tables': {
    one: '{count} tabla: cada fila pasa a ser una línea.',
    other: '{count} tablas: cada fila pasa a ser una línea.',
  },
  'statements.left.comments': {
    one: '{count} comentario no se ha tomado.',
    other: '{count} comentarios no se han tomado.',
  },
  'statements.left.deletions': {
    one: '{count} supresión registrada se ha omitido.',
    other: '{count} supresiones registradas se han omitido.',
  },
  'statements.left.hidden': {
    one: '{count} texto oculto se ha omitido:',
    other: '{count} textos ocultos se han omitido:',
  },
  'statements.left.headers': {
    one: '{count} encabezado o pie de página se ha omitido:',
    other: '{count} encabezados o pies de página se han omitido:',
  },
  'statements.left.symbols': {
    one: '{count} signo de una fuente de símbolos figura como □.',
    other: '{count} signos de fuentes de símbolos figuran como □.',
  },
  'statements.left.links': {
    one: '{count} enlace queda como texto, porque su dirección no es segura.',
    other: '{count} enlaces quedan como texto, porque sus direcciones no son seguras.',
  },
  'statements.left.encoding': {
    one: 'El archivo no dice cómo están codificadas sus letras: revise los acentos.',
    other: 'El archivo no dice cómo están codificadas sus letras: revise los acentos.',
  },
  'statements.left.definitions': {
    one: '{count} dirección de enlace a la que nada remite se ha omitido.',
    other: '{count} direcciones de enlaces a las que nada remite se han omitido.',
  },
  'statements.left.other': {
    one: '{count} fragmento no se ha podido colocar. Cópielo si lo necesita:',
    other: '{count} fragmentos no se han podido colocar. Cópielos si los necesita:',
  },
  'statements.problem.format':
    'No es un documento de Word, Markdown ni texto sin formato. Guárdelo como .docx, o copie su texto y péguelo en las notas.',
  'statements.problem.legacy':
    'Es un documento de Word antiguo (.doc). Ábralo en Word, guárdelo como .docx y elija ese archivo.',
  'statements.problem.encrypted':
    'Este documento está protegido con contraseña. Guarde una copia sin contraseña y elija ese archivo.',
  'statements.problem.damaged':
    'Este archivo está dañado o no es lo que dice su nombre. Ábralo en Word, guárdelo otra vez como .docx y elija ese archivo.',
  'statements.problem.too-much':
    'Este archivo contiene mucho más que una declaración, así que no se ha abierto. Copie su texto y péguelo en las notas.',
  'statements.problem.too-long':
    'Este texto es demasiado largo para una sola intervención. Divida el archivo e importe las partes una tras otra.',
  'statements.problem.too-slow':
    'La lectura de este archivo tardaba demasiado y se ha detenido. Inténtelo de nuevo, o copie su texto y péguelo en las notas.',
  'statements.problem.empty': 'No hay texto en este archivo. Un documento escaneado solo contiene imágenes.',
  'statements.problem.offline':
    'No tiene conexión. Para leer un archivo hace falta; el archivo sigue elegido. Inténtelo de nuevo cuando vuelva la conexión.',
  'statements.problem.too-large':
    'Este archivo supera los 5 MB. Quite las imágenes, o copie su texto y péguelo en las notas.',
  'statements.problem.too-many':
    'Se están leyendo muchos archivos en este momento. Espere un momento e inténtelo de nuevo.',
  'statements.problem.forbidden': 'Ya no puede escribir en estas notas. Diríjase a la presidencia.',
  'statements.problem.failed':
    'No se ha podido leer el archivo. Inténtelo de nuevo dentro de un momento; sigue elegido.',
}
