import type { Translation } from '../../catalogue.ts'
import type { shell as english } from '../en/shell.ts'

export const shell: Translation<typeof english> = {
  'shell.skip': 'Ir al texto',
  'shell.sample': 'Reunión de ejemplo, texto inventado',
  'shell.myMeetings': 'Minuta: mis reuniones',
  'shell.toMyMeetings': 'Ir a mis reuniones',
  'shell.rail': 'Reunión',
  'shell.openRail': 'Abrir el menú',
  'shell.overview': 'Vista general',
  'shell.agenda': 'Programa',
  'shell.outcome': 'Resultados',
  'shell.ownWords': 'Nuestras palabras',
  'shell.mechanismWords': 'Palabras por confirmar',
  'shell.ownWordsCount': {
    one: '{count} intervención por comprobar',
    other: '{count} intervenciones por comprobar',
  },
  'shell.merge': 'Incorporación',
  'shell.draft': 'Proyecto',
  'shell.export': 'Exportar',
  'shell.setup': 'Configuración',
  'shell.topic': 'Tema {number}',
  'shell.mergeCount': {
    one: '{count} recomendación no está en el proyecto',
    other: '{count} recomendaciones no están en el proyecto',
  },
  'shell.draftCount': {
    one: '{count} recomendación',
    other: '{count} recomendaciones',
  },
  'shell.onThisPage': 'También en esta página',
  'shell.andMore': {
    one: '{count} más',
    other: '{count} más',
  },
  'shell.nobodyElse': 'No hay nadie más aquí.',
  'shell.myMenu': 'Mi menú',
  'shell.language': 'Idioma: {language}',
  'shell.theme': 'Apariencia',
  'shell.theme.light': 'Claro',
  'shell.theme.dark': 'Oscuro',
  'shell.theme.system': 'Como en este dispositivo',
  'shell.thisPage': 'Ayuda y cierre de sesión',
  'shell.search': 'Buscar en la reunión',
  'shell.shortcuts': 'Atajos de teclado',
  'shell.install': 'Instalar Minuta',
  'shell.installHint': 'Un icono y una ventana propia',
  'shell.noOfflineStart': 'Abrir sin red',
  'shell.noOfflineStartHint':
    'No es posible en esta dirección: es http sin cifrar. Abra Minuta por https, o como localhost en el equipo que lo ejecuta, y también se abrirá sin conexión.',
  'shell.keys.everywhere': 'En todas partes',
  'shell.keys.list': 'Esta lista',
  'shell.keys.search': 'Buscar en la reunión',
  'shell.keys.region': 'Parte siguiente de la página: menú, texto, panel',
  'shell.keys.who': 'Quién está aquí, leído en voz alta',
  'shell.keys.status': 'Si todo está guardado, leído en voz alta',
  'shell.signOut': 'Cerrar sesión',
  'shell.signingOut': 'Cerrando sesión…',
  'shell.signOut.title': '¿Cerrar la sesión en este dispositivo?',
  'shell.signOut.body':
    'Sale de todas sus reuniones en este dispositivo, y se borra el texto que este conserva de ellas. Para volver necesita su enlace de invitación.',
  'shell.signOut.unsentTitle': {
    one: '{count} cambio todavía no está guardado',
    other: '{count} cambios todavía no están guardados',
  },
  'shell.signOut.unsentBody':
    'Solo están en este dispositivo. Si cierra la sesión ahora, se pierden. Espere hasta que todo esté guardado.',
  'shell.signOut.lose': 'Cerrar sesión y perderlos',
  'shell.signOut.stay': 'Seguir conectado',
  'shell.roleChanged': 'La presidencia ha cambiado su función: {role}.',
  'shell.status.saved': 'Todos los cambios guardados',
  'shell.status.saving': 'Guardando…',
  'shell.status.offline': {
    one: 'Sin conexión, {count} cambio conservado aquí',
    other: 'Sin conexión, {count} cambios conservados aquí',
  },
  'shell.status.offlineNothing': 'Sin conexión, todo guardado',
  'shell.status.notSaved': 'Sin guardar: problema de almacenamiento',
  'shell.status.refused': 'No aceptado: vea el mensaje',
  'shell.status.late': 'Demasiado tarde: decide la presidencia',
  'shell.status.reading': 'Lectura, texto de las {time}',
  'shell.status.readingOld': 'Lectura, sin conexión',
  'shell.banner.offline': {
    one: 'No tiene conexión: {count} cambio se conserva en este dispositivo.',
    other: 'No tiene conexión: {count} cambios se conservan en este dispositivo.',
  },
  'shell.banner.offlineBody': {
    one: 'Siga escribiendo. Se enviará cuando vuelva la conexión.',
    other: 'Siga escribiendo. Se enviarán cuando vuelva la conexión.',
  },
  'shell.banner.offlineNothing': 'No tiene conexión.',
  'shell.banner.offlineNothingBody':
    'Todo lo que escribió está guardado. Siga escribiendo: el texto se conserva en este dispositivo y se envía cuando vuelva la conexión.',
  'shell.banner.reading': 'No podemos acceder a la reunión.',
  'shell.banner.readingBody':
    'Este es el texto de las {time}, solo para leer. Lo intentamos de nuevo cada pocos segundos.',
  'shell.banner.readingOld':
    'Este es el texto que conserva este dispositivo, solo para leer. Lo intentamos de nuevo cada pocos segundos.',
  'shell.banner.storageFull': 'Sin guardar: el disco del servidor está lleno.',
  'shell.banner.storageFailed': 'Sin guardar: el servidor no puede escribir en su disco.',
  'shell.banner.storageBody': {
    one: 'Siga escribiendo. Su último cambio se conserva en este dispositivo y se enviará en cuanto sea posible.',
    other:
      'Siga escribiendo. Sus últimos {count} cambios se conservan en este dispositivo y se enviarán en cuanto sea posible.',
  },
  'shell.banner.storageWait':
    'Lo que escriba se conserva en este dispositivo y se enviará en cuanto sea posible.',
  'shell.banner.device': 'Este dispositivo no puede conservar sus cambios.',
  'shell.banner.deviceBody': 'Siga en línea y mantenga abierta esta página, o descargue su texto.',
  'shell.banner.download': 'Descargar mis cambios',
  'shell.banner.signedOut': 'Su sesión ha terminado.',
  'shell.banner.signedOutBody': {
    one: 'Inicie sesión para enviar {count} cambio conservado en este dispositivo.',
    other: 'Inicie sesión para enviar {count} cambios conservados en este dispositivo.',
  },
  'shell.banner.signedOutNothing': 'Todo lo que escribió está guardado. Inicie sesión para continuar.',
  'shell.banner.signIn': 'Iniciar sesión',
  'shell.banner.refused': 'El servidor no aceptó sus últimas palabras.',
  'shell.banner.refusedBody': {
    one: '{count} cambio está solo en este dispositivo. Cópielo o descárguelo antes de seguir.',
    other: '{count} cambios están solo en este dispositivo. Cópielos o descárguelos antes de seguir.',
  },
  'shell.banner.late': 'Sus palabras llegaron demasiado tarde.',
  'shell.banner.lateBody': {
    one: '{count} cambio no se ha perdido: el servidor lo conserva y la presidencia decidirá.',
    other: '{count} cambios no se han perdido: el servidor los conserva y la presidencia decidirá.',
  },
  'shell.banner.wipe': 'Se borraría la mayor parte de un texto para todos.',
  'shell.banner.wipeBody': 'Todavía no se ha borrado nada: usted decide.',
  'shell.banner.decide': 'Decidir',
  'shell.banner.show': 'Verlas',
  'shell.banner.oldVersion': 'Minuta se ha actualizado.',
  'shell.banner.oldVersionBody': 'Recargue para seguir escribiendo; su texto se conserva.',
  'shell.banner.newVersionBody': 'Siga escribiendo y recargue cuando le convenga; su texto se conserva.',
  'shell.unreachable': 'No podemos acceder a la reunión',
  'shell.unreachableBody':
    'Este dispositivo todavía no conserva ningún texto de ella. Lo intentamos de nuevo cada pocos segundos.',
  'shell.signInEnded': 'Su sesión ha terminado',
  'shell.signInEndedBody':
    'Abra de nuevo su enlace de invitación en este dispositivo. Lo que escribió aquí se conserva hasta entonces.',
  'shell.notSignedIn': 'No ha iniciado sesión',
  'shell.notSignedInBody':
    'Una reunión se abre con un enlace de invitación. Abra el que le envió la secretaría o pida uno a la presidencia.',
  'shell.howToGetIn': 'Cómo entrar',
  'shell.unknownMeeting': 'No es miembro de esta reunión',
  'shell.unknownMeetingBody':
    'Esa reunión no existe, o su invitación es para otra. Compruebe el enlace o pida una invitación a su presidencia.',
  'shell.pageNotLoaded': 'No se ha podido cargar esta página',
  'shell.pageNotLoadedBody':
    'Se cortó la conexión o Minuta se ha actualizado. Recargue para continuar; su texto se conserva.',
  'shell.pageFailed': 'Esta página ha fallado',
  'shell.pageFailedBody':
    'Recargue para continuar. Lo que escribió está en el servidor o se conserva en este dispositivo.',
}
