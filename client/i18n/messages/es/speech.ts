import type { Translation } from '../../catalogue.ts'
import type { speech as english } from '../en/speech.ts'

export const speech: Translation<typeof english> = {
  'speech.setting': 'Cambios de los demás, leídos en voz alta: {choice}',
  'speech.title': 'Lo que hacen los demás, leído por los lectores de pantalla',
  'speech.all': 'Cada línea',
  'speech.allHint': 'Cada línea que otra persona ha terminado',
  'speech.summary': 'Resúmenes',
  'speech.summaryHint': 'Quién ha escrito, cuánto y dónde, cada 20 segundos como mucho',
  'speech.none': 'Nada',
  'speech.noneHint': 'Alt+W sigue diciendo quién está dónde',
  'speech.added': {
    one: '{name} ha añadido {count} línea en {where}.',
    other: '{name} ha añadido {count} líneas en {where}.',
  },
  'speech.addedHere': {
    one: '{name} ha añadido {count} línea.',
    other: '{name} ha añadido {count} líneas.',
  },
  'speech.changed': {
    one: '{name} ha cambiado {count} línea en {where}.',
    other: '{name} ha cambiado {count} líneas en {where}.',
  },
  'speech.changedHere': {
    one: '{name} ha cambiado {count} línea.',
    other: '{name} ha cambiado {count} líneas.',
  },
  'speech.removed': {
    one: '{name} ha quitado {count} línea de {where}.',
    other: '{name} ha quitado {count} líneas de {where}.',
  },
  'speech.removedHere': {
    one: '{name} ha quitado {count} línea.',
    other: '{name} ha quitado {count} líneas.',
  },
  'speech.speakers': {
    one: '{count} orador',
    other: '{count} oradores',
  },
  'speech.andOthers': {
    one: '{count} persona más también ha escrito.',
    other: '{count} personas más también han escrito.',
  },
  'speech.inLine': {
    one: '{names} está en esta línea.',
    other: '{names} están en esta línea.',
  },
  'speech.commented': 'Comentario de {names} en una línea que usted escribió.',
  'speech.resolved': '{name} ha cerrado un hilo en una línea que usted escribió.',
  'speech.reopened': 'Se ha reabierto un hilo en una línea que usted escribió.',
  'speech.sameBelow': {
    one: '{name} también anota {where}, {count} línea más abajo.',
    other: '{name} también anota {where}, {count} líneas más abajo.',
  },
  'speech.sameAbove': {
    one: '{name} también anota {where}, {count} línea más arriba.',
    other: '{name} también anota {where}, {count} líneas más arriba.',
  },
  'speech.theSame': 'las mismas palabras',
  'speech.same': 'Dos personas anotan la misma intervención',
  'speech.show': 'Mostrar',
  'speech.dismiss': 'Descartar este aviso',
}
