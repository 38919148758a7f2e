import type { Translation } from '../../catalogue.ts'
import type { overview as english } from '../en/overview.ts'

export const overview: Translation<typeof english> = {
  'overview.comma': ', ',
  'overview.side': 'Fase y personas',
  'overview.mechanisms': {
    one: '{count} mecanismo',
    other: '{count} mecanismos',
  },
  'overview.discussion': 'Debate',
  'overview.noDiscussion':
    'Aún no se debate nada. Aquí va lo que no trata de un solo pasaje ni de una sola recomendación.',
  'overview.newComment': 'Comentario nuevo',
  'overview.needsYou': 'Pendiente de usted',
  'overview.nothingNeedsYou': 'No tiene nada pendiente.',
  'overview.need.late': {
    one: '{count} pasaje llegó demasiado tarde',
    other: '{count} pasajes llegaron demasiado tarde',
  },
  'overview.need.lateFrom': 'Escrito por {names}. Usted decide qué se hace con ello.',
  'overview.need.showLate': 'Leer y decidir',
  'overview.need.merge': {
    one: '{count} recomendación está en las notas pero no en el proyecto',
    other: '{count} recomendaciones están en las notas pero no en el proyecto',
  },
  'overview.need.topics': {
    one: 'Tema {numbers}',
    other: 'Temas {numbers}',
  },
  'overview.need.reviewMerge': 'Revisar la incorporación',
  'overview.need.ownWords': {
    one: '{count} intervención suya espera su comprobación',
    other: '{count} intervenciones suyas esperan su comprobación',
  },
  'overview.need.checkWords': 'Comprobarlas',
  'overview.need.corrections': {
    one: 'Se propone {count} corrección para las notas',
    other: 'Se proponen {count} correcciones para las notas',
  },
  'overview.need.decideCorrections': 'Leer y decidir',
  'overview.need.noSpeaker': {
    one: '{count} línea no tiene orador',
    other: '{count} líneas no tienen orador',
  },
  'overview.need.showLines': 'Ver las líneas',
  'overview.need.notOpened': {
    one: '{names} no ha abierto su invitación',
    other: '{names} no han abierto su invitación',
  },
  'overview.need.others': {
    one: '{count} persona más',
    other: '{count} personas más',
  },
  'overview.need.linksEnd': 'Los enlaces terminan el {moment}.',
  'overview.need.showMembers': 'Ver los miembros',
  'overview.times': 'Horas del lugar de la reunión: {zone}.',
  'overview.now': 'Ahora',
  'overview.here': 'Aquí: {names}',
  'overview.noNotes': 'Aún sin notas',
  'overview.notOpenToYou': 'No accesible para usted',
  'overview.lines': {
    one: '{count} línea',
    other: '{count} líneas',
  },
  'overview.recommendations': {
    one: '{count} rec.',
    other: '{count} rec.',
  },
  'overview.whereWeAre': 'Dónde estamos',
  'overview.phaseDone': ' (concluida)',
  'overview.day': 'día {day} de {days}',
  'overview.changePhase': 'Cambiar de fase',
  'overview.phase.title': '¿En qué fase está la reunión?',
  'overview.phase.change': 'Cambiar de fase para todos',
  'overview.phase.changing': 'Cambiando…',
  'overview.phase.same': 'La reunión está en esta fase.',
  'overview.phase.preparation': 'La presidencia y los relatores preparan las notas y el proyecto.',
  'overview.phase.in-session': 'Los relatores redactan las notas y el proyecto.',
  'overview.phase.draft-in-the-room': 'Se debate el proyecto; las notas y el proyecto siguen abiertos.',
  'overview.phase.comments':
    'El proyecto se distribuye; los relatores corrigen las notas y redactan el proyecto.',
  'overview.phase.silence': 'Las notas y el proyecto están cerrados.',
  'overview.phase.adopted': 'Las notas y el proyecto están cerrados.',
  'overview.phase.archived': 'Todo se puede leer, nada se puede escribir.',
  'overview.whoIsHere': 'Quién está aquí',
  'overview.you': ' (usted)',
  'overview.others': {
    one: 'Hay {count} persona más.',
    other: 'Hay {count} personas más.',
  },
  'overview.showAll': 'Ver todo',
}
