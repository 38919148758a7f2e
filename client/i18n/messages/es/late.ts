import type { Translation } from '../../catalogue.ts'
import type { late as english } from '../en/late.ts'

export const late: Translation<typeof english> = {
  'late.title': 'Palabras tardías',
  'late.kicker': 'Para la presidencia',
  'late.how':
    'Estas palabras llegaron cuando quien las escribió ya no podía escribir aquí. Admitir las pone en el texto a nombre de quien las escribió. Tomar le da el texto, para usarlo como quiera. Descartar lo elimina.',
  'late.list': 'Lo que espera',
  'late.none': 'No hay palabras tardías en espera.',
  'late.noneHow':
    'Lo que alguien envía después de un cambio de su función o de la fase espera aquí su decisión.',
  'late.onlyChair': 'Solo la presidencia decide sobre las palabras tardías.',
  'late.onlyChairBody': 'Pregunte a la presidencia qué ha sido de las suyas.',
  'late.failed': 'Las palabras tardías no se pueden leer ahora.',
  'late.somebody': 'Alguien que se ha ido',
  'late.unknownPlace': 'Un tema que ya no existe',
  'late.came': 'llegó el {moment}',
  'late.noWords': 'Un cambio sin palabras nuevas: algo se borró, se movió o se marcó.',
  'late.beginning': {
    one: 'Este es el comienzo; hay {count} carácter en total. Tomar da el texto entero.',
    other: 'Este es el comienzo; hay {count} caracteres en total. Tomar da el texto entero.',
  },
  'late.more': 'Mostrar todo',
  'late.less': 'Mostrar menos',
  'late.admit': 'Admitir',
  'late.admitting': 'Admitiendo…',
  'late.take': 'Tomar el texto',
  'late.taking': 'Tomando…',
  'late.drop': 'Descartar',
  'late.dropping': 'Descartando…',
  'late.admitted': '{place}: las palabras de {name} están en el texto.',
  'late.dropped': '{place}: las palabras de {name} quedan descartadas.',
  'late.noFit': 'Estas palabras ya no encajan en el texto, o ya están en él. Tome el texto en su lugar.',
  'late.decided': 'Alguien ya ha decidido sobre estas palabras.',
  'late.taken':
    'Usted tiene este texto, y ya no espera. Cópielo o descárguelo: no se conserva en ningún otro lugar.',
  'late.textOf': 'Palabras de {name}',
  'late.copy': 'Copiar',
  'late.copied': 'Copiado',
  'late.download': 'Descargar',
  'late.done': 'Listo',
  'late.dropTitle': '¿Descartar las palabras de {name}?',
  'late.dropBody': {
    one: 'Se elimina {count} carácter. Nadie podrá recuperarlo.',
    other: 'Se eliminan {count} caracteres. Nadie podrá recuperarlos.',
  },
  'late.dropNoWords': 'Se elimina un cambio sin palabras nuevas. Nadie podrá recuperarlo.',
  'late.dropAction': 'Descartar las palabras',
  'late.dropKeep': 'Conservarlas',
  'late.quoted': '«{text}»',
  'late.mine': 'Sus últimas palabras',
  'late.mineLate': 'Sus últimas palabras llegaron demasiado tarde',
  'late.mineLateBody':
    'Sus palabras no están en el texto, pero no se han perdido: el servidor las conserva para la presidencia, que decidirá sobre ellas. Puede copiarlas y seguir con el texto tal como lo tiene el servidor.',
  'late.mineLateNoText':
    'Su último cambio, sin palabras nuevas, se conserva para la presidencia, que decidirá sobre él. Siga con el texto tal como lo tiene el servidor.',
  'late.mineRefused': 'Sus últimas palabras no se aceptaron',
  'late.mineRefusedBody':
    'Sus palabras están solo en este dispositivo. Cópielas o descárguelas, y siga con el texto tal como lo tiene el servidor.',
  'late.mineRefusedNoText':
    'El servidor no aceptó su último cambio, en el que no hay palabras nuevas. Siga con el texto tal como lo tiene el servidor.',
  'late.goOn': 'Seguir',
  'late.goOnWithout': 'Seguir sin ellas',
  'late.letGoTitle': '¿Abandonar sus últimas palabras?',
  'late.letGoBody': 'No las ha copiado ni descargado, y están solo en este dispositivo.',
  'late.letGo': 'Abandonarlas',
  'late.endedRole': 'La presidencia ha cambiado su función: {role}. Aquí puede leer, y ya no escribir.',
  'late.endedPhase': 'La reunión está en otra fase: {phase}. Aquí puede leer, y ya no escribir.',
  'late.endedTopic': 'Este tema ya no es uno de los suyos. Aquí puede leer, y ya no escribir.',
}
