import type { Translation } from '../../catalogue.ts'
import type { advice as english } from '../en/advice.ts'

export const advice: Translation<typeof english> = {
  'advice.title': 'Consejos',
  'advice.switch': 'Consejos',
  'advice.switchHint': 'Donde una recomendación puede dejar dudas al lector',
  'advice.count': { one: '{count} consejo', many: '{count} consejos', other: '{count} consejos' },
  'advice.none': 'No hay consejos sobre este texto.',
  'advice.dismiss': 'Descartar',
  'advice.dismissHint': 'Vuelve cuando cambian estas palabras.',
  'advice.dismissed': {
    one: '{count} descartado',
    many: '{count} descartados',
    other: '{count} descartados',
  },
  'advice.again': 'Mostrar de nuevo',
  'advice.addressee': 'No se pide a nadie',
  'advice.addressee.why':
    'Diga quién debe actuar: «Los Estados deberían …», «Los relatores nacionales deberían …».',
  'advice.no-request': 'No se pide nada',
  'advice.no-request.why':
    'Una recomendación dice quién debería hacer qué. Si el texto solo explica, conviértalo en párrafo.',
  'advice.two-actions': 'Se piden dos cosas',
  'advice.two-actions.why':
    'Por separado, cada una puede acordarse, seguirse e informarse: divida, o enumere a), b).',
  'advice.weak': 'Se pide con muy poca fuerza',
  'advice.weak.why': 'De más fuerte a más débil: {ladder}. Elija el grado que se quiso.',
  'advice.mixed': 'Dos grados en una recomendación',
  'advice.mixed.why': 'El lector se pregunta cuál vale. De más fuerte a más débil: {ladder}.',
  'advice.grammar': 'Otra redacción que el resto',
  'advice.grammar.why.report':
    'La mayor parte del proyecto dice quién debería actuar («Los Estados deberían establecer …»). Mantenga una sola manera.',
  'advice.grammar.why.upr':
    'La mayor parte del proyecto empieza por el verbo («Establecer …»). Mantenga una sola manera.',
  'advice.acronym': '{name} no está desarrollado',
  'advice.acronym.why': 'Escriba primero el nombre completo, con la sigla entre paréntesis después.',
  'advice.acronym.later': 'El nombre completo viene más adelante en el proyecto: póngalo aquí.',
  'advice.term': '¿«{name}» o «{preferred}»?',
  'advice.term.why':
    'La mayor parte del proyecto dice «{preferred}». Una palabra para cada cosa; dos solo si se quiere una diferencia.',
  'advice.long.item': { one: '{count} palabra', many: '{count} palabras', other: '{count} palabras' },
  'advice.long.item.why':
    'Más de 100 no caben juntas en la pantalla de la sala. Divida, o enumere las partes.',
  'advice.long.sentence': {
    one: '{count} palabra en una frase',
    many: '{count} palabras en una frase',
    other: '{count} palabras en una frase',
  },
  'advice.long.sentence.why': 'Hay que leerla en voz alta e interpretarla. Es más fácil acordar dos frases.',
}
